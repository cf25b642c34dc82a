// What the page tells the map, in its attribute `data-map` (portal: model/map_view.rs).

export interface Pin {
  number: number;
  lat: number;
  lng: number;
  open: boolean;
}

export interface View {
  engine: string;
  worker: string;
  style: string;
  bounds: [number, number, number, number];
  language: string;
  reports: string | null;
  things: boolean;
  basemap: { url: string; vector: boolean } | null;
  pins: Pin[];
  pick: boolean;
  words: Record<string, string>;
}

/** The words with this key, with `number` in the place of `#`. */
export function say(view: View, key: string, number?: number): string {
  return (view.words[key] ?? "").replace("#", String(number ?? ""));
}

/** The words for so many cases. */
export function sayCount(view: View, count: number): string {
  const rule = new Intl.PluralRules(view.language).select(count);
  return say(view, rule === "one" || rule === "few" ? `count-${rule}` : "count-many", count);
}
