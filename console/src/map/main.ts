// The map's small first part: asks for the large one when the page is idle and the map is in sight, or on a press.
// Whoever saves data presses first; whose browser cannot draw is told so. The list beside the map needs none of this.
import type * as Engine from "./engine";
import { say, type View } from "./view";

const SCREEN_BEFORE = "200px";

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true || matchMedia("(prefers-reduced-data: reduce)").matches;
}

function draws(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}

/** Calls back when the page has nothing else to do and the element is near the window. */
function whenIdleAndSeen(element: Element, then: () => void): void {
  const watch = (): void => {
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      then();
    }, { rootMargin: SCREEN_BEFORE });
    seen.observe(element);
  };
  if ("requestIdleCallback" in window) requestIdleCallback(watch, { timeout: 5000 });
  else setTimeout(watch, 1000);
}

function start(element: HTMLElement): void {
  const view = JSON.parse(element.dataset["map"] ?? "{}") as View;
  const note = element.querySelector<HTMLElement>("[data-map-note]");
  if (!note) return;
  element.closest<HTMLElement>("[data-map-figure]")?.removeAttribute("hidden");
  if (!draws()) {
    note.textContent = say(view, "no-webgl");
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-quiet";
  button.textContent = say(view, "show");
  note.textContent = savesData() ? say(view, "saving") : "";
  note.append(" ", button);
  let asked = false;
  const load = async (pressed: boolean): Promise<void> => {
    if (asked) return;
    asked = true;
    try {
      const engine = (await import(view.engine)) as typeof Engine;
      await engine.draw(element, view, pressed || document.activeElement === button);
      note.remove();
    } catch (fault) {
      console.warn("the map", fault);
      note.textContent = say(view, "failed");
    }
  };
  button.addEventListener("click", () => void load(true));
  if (!savesData()) whenIdleAndSeen(element, () => void load(false));
}

document.querySelectorAll<HTMLElement>("[data-map]").forEach(start);
