// The names on the map, and what all its layers are worded with: fonts, sizes by zoom, filters by kind.
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Colours } from "./colours";

const FONT = ["system-ui", "Segoe UI", "Roboto", "Noto Sans", "DejaVu Sans", "sans-serif"];
// The word "Bold" gives the weight; no such family is needed, for the last one stands in.
export const BOLD = ["Noto Sans Bold", "sans-serif"];

/** Grows with the zoom: pairs of zoom and size. */
export function byZoom(...stops: [number, number][]): ExpressionSpecification {
  return ["interpolate", ["exponential", 1.5], ["zoom"], ...stops.flat()] as ExpressionSpecification;
}

export const kindIs = (...kinds: string[]): ExpressionSpecification => ["in", ["get", "kind"], ["literal", kinds]];

/** A name in the page's language where the city has one. */
function nameIn(language: string): ExpressionSpecification {
  return ["coalesce", ["get", `name_${language}`], ["get", "name"]];
}

/** Names, the least important first. */
export function labels(colours: Colours, language: string): LayerSpecification[] {
  const halo = { "text-color": colours.ink, "text-halo-color": colours.paper, "text-halo-width": 1.6 };
  const named = { source: "base", type: "symbol" } as const;
  return [
    {
      ...named,
      id: "house-numbers",
      "source-layer": "houses",
      minzoom: 16,
      layout: { "text-field": ["get", "number"], "text-font": FONT, "text-size": 12, "text-padding": 3 },
      paint: { ...halo, "text-color": colours.muted },
    },
    {
      ...named,
      id: "street-names",
      "source-layer": "lines",
      minzoom: 13,
      layout: { "text-field": nameIn(language), "text-font": FONT, "text-size": byZoom([13, 12], [18, 16]), "symbol-placement": "line", "symbol-spacing": 320 },
      paint: halo,
    },
    {
      ...named,
      id: "land-names",
      "source-layer": "names",
      minzoom: 13,
      filter: ["!", kindIs("district", "area")],
      layout: { "text-field": nameIn(language), "text-font": FONT, "text-size": 13, "text-max-width": 7 },
      paint: halo,
    },
    {
      ...named,
      id: "area-names",
      "source-layer": "names",
      minzoom: 13,
      maxzoom: 17,
      filter: kindIs("area"),
      layout: { "text-field": nameIn(language), "text-font": BOLD, "text-size": 13, "text-max-width": 7 },
      paint: { ...halo, "text-color": colours.muted },
    },
    {
      ...named,
      id: "district-names",
      "source-layer": "names",
      maxzoom: 16,
      filter: kindIs("district"),
      layout: { "text-field": nameIn(language), "text-font": BOLD, "text-size": byZoom([10, 13], [14, 18]), "text-max-width": 7 },
      paint: halo,
    },
  ];
}
