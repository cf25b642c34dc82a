// The numbered pins of the list's page: choosing one in the list shows it on the map, and the other way round.
import { Marker, type Map as Drawing } from "maplibre-gl";
import { say, type Pin, type View } from "./view";

const CLOSE = 16;

/** Puts the pins on the map. They are for eyes and mice: by keyboard and ear the list says the same. */
export function putPins(drawing: Drawing, view: View, told: (words: string) => void): void {
  const rows = new Map([...document.querySelectorAll<HTMLElement>("[data-pin]")].map((row) => [Number(row.dataset["pin"]), row]));
  const marks = new Map<number, HTMLElement>();
  const choose = (number: number): void => {
    for (const [other, mark] of marks) mark.classList.toggle("pin-chosen", other === number);
    for (const [other, row] of rows) row.classList.toggle("row-chosen", other === number);
    told(say(view, "chosen", number));
  };
  for (const pin of view.pins) {
    const mark = markOf(pin);
    marks.set(pin.number, mark);
    new Marker({ element: mark }).setLngLat([pin.lng, pin.lat]).addTo(drawing);
    mark.setAttribute("aria-hidden", "true");
    for (const name of ["role", "tabindex", "aria-label"]) mark.removeAttribute(name);
    const row = rows.get(pin.number);
    if (!row) continue;
    mark.addEventListener("click", (event) => {
      event.stopPropagation();
      choose(pin.number);
      row.querySelector<HTMLElement>("a")?.focus();
    });
    row.append(toMap(view, pin, () => {
      choose(pin.number);
      drawing.easeTo({ center: [pin.lng, pin.lat], zoom: Math.max(drawing.getZoom(), CLOSE) });
    }));
  }
}

function markOf({ number, open }: Pin): HTMLElement {
  const mark = document.createElement("div");
  mark.className = open ? "pin pin-mark" : "pin pin-mark pin-closed";
  mark.textContent = String(number);
  return mark;
}

/** The button in the row of the list. */
function toMap(view: View, pin: Pin, show: () => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn-text";
  button.textContent = say(view, "on-map", pin.number);
  button.addEventListener("click", show);
  const line = document.createElement("p");
  line.append(button);
  return line;
}
