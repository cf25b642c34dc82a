// The map's large part: draws with MapLibre, all of it from our own tiles, and joins it to the list.
import { addProtocol, AttributionControl, Map as Drawing, NavigationControl, setWorkerUrl } from "maplibre-gl";
import { Protocol } from "pmtiles";
import { coloursAt, onLookChange } from "./colours";
import { pickPlace } from "./pick";
import { putPins } from "./pins";
import { styleOf } from "./style";
import { say, sayCount, type View } from "./view";

const FARTHEST = 8;
const NEAREST = 19;
/** Around the city, in degrees, so that its edge can be brought to the middle. */
const MARGIN = 0.05;

/** Draws into the element; done when the first picture stands. `focus`: the person has asked for the map. */
export async function draw(element: HTMLElement, view: View, focus: boolean): Promise<void> {
  await loadSheet(view.style);
  setWorkerUrl(new URL(view.worker, location.href).href);
  if (view.basemap) addProtocol("pmtiles", new Protocol({ metadata: true }).tile);
  const frame = document.createElement("div");
  frame.className = "map-frame";
  element.append(frame);
  try {
    const drawing = await drawn(frame, view);
    drawing.getCanvas().setAttribute("aria-label", say(view, "canvas"));
    onLookChange(() => drawing.setStyle(styleOf(view, coloursAt(element))));
    const status = element.parentElement?.querySelector<HTMLElement>("[data-map-status]");
    const told = (words: string): void => { if (status && status.textContent !== words) status.textContent = words; };
    putPins(drawing, view, told);
    if (view.pick) pickPlace(drawing, view, told);
    else countCases(drawing, view, told);
    if (focus) drawing.getCanvas().focus();
  } catch (fault) {
    frame.remove();
    throw fault;
  }
}

function loadSheet(address: string): Promise<void> {
  return new Promise((loaded, failed) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.addEventListener("load", () => loaded());
    link.addEventListener("error", () => failed(new Error(`${address} did not load`)));
    document.head.append(link);
  });
}

function drawn(frame: HTMLElement, view: View): Promise<Drawing> {
  const [west, south, east, north] = view.bounds;
  const words = { "Map.Title": say(view, "canvas"), "NavigationControl.ZoomIn": say(view, "zoom-in"), "NavigationControl.ZoomOut": say(view, "zoom-out") };
  const drawing = new Drawing({
    container: frame,
    style: styleOf(view, coloursAt(frame)),
    bounds: boundsOf(view),
    fitBoundsOptions: { padding: 40, maxZoom: view.pick ? 17 : 16 },
    maxBounds: [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN],
    minZoom: FARTHEST,
    maxZoom: NEAREST,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    locale: words,
  });
  drawing.touchZoomRotate.disableRotation();
  drawing.keyboard.disableRotation();
  drawing.addControl(new NavigationControl({ showCompass: false }));
  if (view.basemap) drawing.addControl(new AttributionControl({ compact: true }));
  return new Promise((ready, failed) => {
    // A tile that does not come is not the end of the map; the whole style is.
    drawing.on("error", ({ error }) => console.warn("the map", error.message));
    drawing.once("load", () => ready(drawing));
    setTimeout(() => failed(new Error("the map takes too long")), 20_000);
  });
}

/** The pins of this page, or the whole city. */
function boundsOf({ pins, bounds: [west, south, east, north] }: View): [number, number, number, number] {
  if (pins.length === 0) return [west, south, east, north];
  const [lats, lngs] = [pins.map((pin) => pin.lat), pins.map((pin) => pin.lng)];
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/** Says how many cases are in sight, when the map has come to rest. */
function countCases(drawing: Drawing, view: View, told: (words: string) => void): void {
  const count = (): void => {
    const dots = view.reports === null ? null : drawing.queryRenderedFeatures({ layers: ["cases"] });
    const inSight = view.pins.filter((pin) => drawing.getBounds().contains([pin.lng, pin.lat])).length;
    const cases = dots?.reduce((sum, dot) => sum + Number(dot.properties["count"] ?? 0), 0) ?? inSight;
    told(sayCount(view, cases));
  };
  drawing.on("idle", count);
}
