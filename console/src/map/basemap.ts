// The operator's own basemap under the city's map: pictures as they are, or vector tiles in our colours by the names of
// layers that the two usual schemas (OpenMapTiles, Protomaps) have in common.
import type { LayerSpecification, SourceSpecification } from "maplibre-gl";
import type { Colours } from "./colours";

interface Basemap {
  url: string;
  vector: boolean;
}

export function basemapSource({ url, vector }: Basemap): SourceSpecification {
  const address = `pmtiles://${location.origin}${url}`;
  return vector ? { type: "vector", url: address } : { type: "raster", url: address, tileSize: 256 };
}

export function basemapLayers({ vector }: Basemap, colours: Colours): LayerSpecification[] {
  if (!vector) return [{ id: "basemap", type: "raster", source: "basemap" }];
  const fills = [["landcover", colours.park], ["park", colours.park], ["water", colours.water], ["building", colours.block], ["buildings", colours.block]] as const;
  const lines = [["waterway", colours.water, 1.5], ["transportation", colours.road, 2], ["roads", colours.road, 2]] as const;
  return [
    ...fills.map(([layer, colour]): LayerSpecification => ({
      id: `basemap-${layer}`,
      type: "fill",
      source: "basemap",
      "source-layer": layer,
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": colour },
    })),
    ...lines.map(([layer, colour, width]): LayerSpecification => ({
      id: `basemap-${layer}`,
      type: "line",
      source: "basemap",
      "source-layer": layer,
      paint: { "line-color": colour, "line-width": width },
    })),
  ];
}
