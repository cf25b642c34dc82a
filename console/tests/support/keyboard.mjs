// Walking a page by keyboard, looking at each stop: is the ring seen, is it in the window, is nothing over it.
import assert from "node:assert/strict";

const MANY = 120;
const RING = 3;

/** Where the focus is: a name for messages, the id of the stop, and how it is seen. */
function focused(page) {
  return page.evaluate(() => {
    const stop = document.activeElement;
    if (!stop || stop === document.body || stop === document.documentElement) return null;
    window.stops ??= [];
    if (!window.stops.includes(stop)) window.stops.push(stop);
    const { outlineStyle, outlineWidth } = getComputedStyle(stop);
    const box = stop.getBoundingClientRect();
    const [x, y] = [Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1)];
    const over = document.elementFromPoint(x, y);
    return {
      name: `${stop.localName} "${(stop.innerText || stop.labels?.[0]?.innerText || stop.name || "").trim().slice(0, 40)}"`,
      order: window.stops.indexOf(stop),
      ring: outlineStyle === "none" ? 0 : parseFloat(outlineWidth),
      inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      // The middle of a link on two lines may be beside it, in its paragraph.
      free: !over || stop.contains(over) || (over.contains(stop) && over !== document.body),
    };
  });
}

/** Presses the key and asserts that whoever only sees the page knows where they are; `null` when the page is left. */
export async function press(page, key) {
  await page.keyboard.press(key);
  const stop = await focused(page);
  if (!stop) return null;
  assert.ok(stop.ring >= RING, `${stop.name}: a ring of ${stop.ring} px at ${page.url()}`);
  assert.ok(stop.inside && stop.free, `${stop.name}: out of sight or covered at ${page.url()}`);
  return stop;
}

/** Goes on with `key` until `locator` has the focus. */
export async function goTo(page, locator, key = "Tab") {
  for (let steps = 0; steps < MANY; steps += 1) {
    await press(page, key);
    if (await locator.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail(`${locator} is not reached by ${key} at ${page.url()}`);
}

/** Goes on with `key` until a link or button is reached, presses it with Enter and waits for the next page. */
export async function pressOn(page, locator, key = "Tab") {
  await goTo(page, locator, key);
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
}

/**
 * Walks the whole page from its top by Tab and back by Shift+Tab: every control is a stop (of a group of radios one is),
 * in the order of the source, none keeps the focus.
 */
export async function walk(page) {
  await page.evaluate(() => {
    window.stops = [];
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  });
  // Behind its end the page lets go of the focus; the browser may give it back at once, to the first stop.
  let steps = 0;
  for (let stop = await press(page, "Tab"); stop?.order === steps; stop = await press(page, "Tab")) steps += 1;
  const missed = await page.evaluate(() => {
    const control = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
    const wanted = [...document.querySelectorAll(control)].filter((element) => element.tabIndex >= 0 && element.checkVisibility());
    const group = (element) => (element.type === "radio" ? element.name : element);
    const met = new Set(window.stops.map(group));
    const follows = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    return {
      missed: wanted.filter((element) => !met.has(group(element))).map((element) => element.outerHTML.slice(0, 80)),
      outOfOrder: window.stops.filter((stop, at) => at > 0 && !follows(window.stops[at - 1], stop)).map((stop) => stop.outerHTML.slice(0, 80)),
    };
  });
  assert.deepEqual(missed, { missed: [], outOfOrder: [] }, `stops at ${page.url()}`);
  await page.evaluate(() => window.stops.at(-1).focus());
  for (let order = steps - 2; order >= 0; order -= 1) {
    assert.equal((await press(page, "Shift+Tab"))?.order, order, `the same stops on the way back at ${page.url()}`);
  }
}
