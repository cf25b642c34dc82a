// The colours of the page's look as the browser has worked them out: tokens.css alone names them.

export type Colours = Record<"land" | "block" | "park" | "water" | "road" | "rail" | "edge" | "line" | "ink" | "paper" | "muted" | "action" | "onAction" | "sunk", string>;

const TOKENS: Record<keyof Colours, string> = {
  land: "--map-land",
  block: "--map-block",
  park: "--map-park",
  water: "--map-water",
  road: "--map-road",
  rail: "--map-rail",
  edge: "--edge",
  line: "--line",
  ink: "--ink",
  paper: "--paper",
  muted: "--muted",
  action: "--action",
  onAction: "--on-action",
  sunk: "--sunk",
};

/** Reads the tokens where `element` stands. */
export function coloursAt(element: Element): Colours {
  const probe = document.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const colours = Object.entries(TOKENS).map(([name, token]) => {
    probe.style.color = `var(${token})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(colours) as Colours;
}

/** Calls back when the system's look changes; the visitor's own choice comes with a new page. */
export function onLookChange(then: () => void): void {
  for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) matchMedia(query).addEventListener("change", then);
}
