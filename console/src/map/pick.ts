// Pointing at a place: a tap, or Enter with the map's middle, sends the point with the form that is there already.
import type { LngLat, Map as Drawing } from "maplibre-gl";
import { say, type View } from "./view";

export function pickPlace(drawing: Drawing, view: View, told: (words: string) => void): void {
  const form = document.querySelector<HTMLFormElement>("#place-form");
  if (!form) return;
  const middle = document.createElement("div");
  middle.className = "map-middle";
  middle.setAttribute("aria-hidden", "true");
  drawing.getContainer().append(middle);
  const send = ({ lat, lng }: LngLat): void => {
    told(say(view, "picked"));
    for (const [name, value] of [["lat", lat], ["lng", lng]] as const) {
      const field = form.querySelector<HTMLInputElement>(`input[name=${name}]`) ?? document.createElement("input");
      Object.assign(field, { type: "hidden", name, value: value.toFixed(7) });
      form.append(field);
    }
    form.submit();
  };
  drawing.on("click", ({ lngLat }) => send(lngLat));
  drawing.getCanvas().addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    send(drawing.getCenter());
  });
}
