// The style of the map: which layers there are, from the lowest to the highest, in the colours of the page.
import type { ExpressionSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import { basemapLayers, basemapSource } from "./basemap";
import type { Colours } from "./colours";
import { BOLD, byZoom, kindIs, labels } from "./labels";
import type { View } from "./view";

function fill(id: string, kinds: string[], colour: string, more: object = {}): LayerSpecification {
  return { id, type: "fill", source: "base", "source-layer": "land", filter: kindIs(...kinds), paint: { "fill-color": colour, ...more } };
}

function line(id: string, kinds: string[], colour: string, width: ExpressionSpecification, more: object = {}): LayerSpecification {
  const layout = { "line-cap": "round", "line-join": "round" } as const;
  return { id, type: "line", source: "base", "source-layer": "lines", filter: kindIs(...kinds), layout, paint: { "line-color": colour, "line-width": width, ...more } };
}

function ground(colours: Colours): LayerSpecification[] {
  return [
    fill("built_up", ["built_up", "industrial"], colours.block),
    fill("green", ["park", "forest", "cemetery"], colours.park),
    fill("square", ["square"], colours.road),
    fill("water", ["water"], colours.water),
    fill("building", ["building"], colours.line, { "fill-opacity": 0.8 }),
  ];
}

/** Widths of streets by zoom, the widest drawn last. */
const STREETS: [string, [number, number][]][] = [
  ["local", [[11, 0.6], [13, 1.8], [14, 2.6], [16, 7], [19, 28]]],
  ["side", [[11, 1], [13, 2.6], [14, 3.8], [16, 9], [19, 34]]],
  ["main", [[9, 1], [12, 2.6], [13, 3.6], [14, 5.4], [16, 12], [19, 42]]],
];
const EDGE = 1.2;

function ways(colours: Colours): LayerSpecification[] {
  const edges = STREETS.map(([kind, widths]) => {
    const wider = widths.map(([zoom, width]): [number, number] => [zoom, width + EDGE]);
    return line(`${kind}-edge`, [kind], colours.rail, byZoom(...wider), { "line-opacity": 0.6 });
  });
  return [
    line("river", ["river"], colours.water, byZoom([9, 2], [12, 6], [14, 16], [17, 60])),
    line("path", ["path"], colours.rail, byZoom([14, 0.8], [19, 3]), { "line-dasharray": [2, 2] }),
    ...edges,
    ...STREETS.map(([kind, widths]) => line(kind, [kind], colours.road, byZoom(...widths))),
    line("rail", ["rail"], colours.rail, byZoom([9, 1], [14, 2], [19, 4]), { "line-dasharray": [4, 2] }),
    line("tram", ["tram"], colours.rail, byZoom([12, 1], [19, 3])),
    border("area-borders", "area", { "line-color": colours.muted, "line-width": byZoom([13, 1.2], [19, 2.5]), "line-dasharray": [0.1, 3] }),
    border("borders", "district", { "line-color": colours.edge, "line-width": byZoom([9, 1], [14, 2.2], [19, 3]), "line-dasharray": [5, 2, 1, 2] }),
  ];
}

/** Districts are parted by long dashes and dots, their parts by dots alone, close up. */
function border(id: string, kind: string, paint: object): LayerSpecification {
  const layout = { "line-cap": kind === "area" ? "round" : "butt" } as const;
  return { id, type: "line", source: "base", "source-layer": "borders", minzoom: kind === "area" ? 13 : 0, filter: kindIs(kind), layout, paint };
}

/**
 * Cases: a filled dot is open, a ring is closed. Several together are a light circle with how many they are, so that it is not
 * taken for one of the numbered pins.
 */
function cases(colours: Colours): LayerSpecification[] {
  const open: ExpressionSpecification = ["==", ["get", "state"], "open"];
  const several: ExpressionSpecification = [">", ["get", "count"], 1];
  const radius: ExpressionSpecification = ["step", ["get", "count"], 6, 2, 11, 10, 14, 100, 19, 1000, 25];
  const source = { source: "reports", "source-layer": "reports" };
  return [
    {
      ...source,
      id: "cases",
      type: "circle",
      paint: {
        "circle-radius": radius,
        "circle-color": ["case", several, colours.sunk, open, colours.action, colours.paper],
        "circle-stroke-color": ["case", several, colours.ink, open, colours.paper, colours.action],
        "circle-stroke-width": ["case", several, 1.5, 2],
      },
    },
    {
      ...source,
      id: "case-counts",
      type: "symbol",
      filter: several,
      layout: { "text-field": ["to-string", ["get", "count"]], "text-font": BOLD, "text-size": 12, "text-allow-overlap": true, "text-ignore-placement": true },
      paint: { "text-color": colours.ink },
    },
  ];
}

function things(colours: Colours): LayerSpecification {
  const paint = { "circle-radius": byZoom([14, 1.5], [18, 5]), "circle-color": colours.rail, "circle-stroke-color": colours.paper, "circle-stroke-width": 1 };
  return { id: "things", type: "circle", source: "points", "source-layer": "points", paint };
}

/** The whole style. */
export function styleOf(view: View, colours: Colours): StyleSpecification {
  const own = (layer: string, query = ""): SourceSpecification => ({
    type: "vector",
    tiles: [`${location.origin}/tiles/${layer}/{z}/{x}/{y}.mvt${query}`],
    minzoom: 8,
    maxzoom: 17,
    bounds: view.bounds,
  });
  const sources: Record<string, SourceSpecification> = { base: own("base") };
  if (view.basemap) sources["basemap"] = basemapSource(view.basemap);
  if (view.things) sources["points"] = own("points");
  if (view.reports !== null) sources["reports"] = own("reports", `?${view.reports}`);
  const layers: LayerSpecification[] = [
    { id: "land", type: "background", paint: { "background-color": colours.land } },
    ...(view.basemap ? basemapLayers(view.basemap, colours) : []),
    ...ground(colours),
    ...ways(colours),
    ...(view.things ? [things(colours)] : []),
    ...labels(colours, view.language),
    ...(view.reports === null ? [] : cases(colours)),
  ];
  return { version: 8, sources, layers };
}
