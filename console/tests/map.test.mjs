// The map and the list beside it: drawn from our own tiles only, equal to each other, usable by keyboard, and missed by
// nobody who cannot have it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertGood } from "./support/axe.mjs";
import { openBrowser, openCity } from "./support/city.mjs";
import { goTo } from "./support/keyboard.mjs";
import { follow, openVisitor, until } from "./support/visitor.mjs";

const PLACES = ["50.0005,19.9985", "50.004,20.012", "49.992,19.985"];
const land = JSON.stringify({
  type: "FeatureCollection",
  features: [
    { type: "Feature", properties: { kind: "park", name: "Park Miejski" }, geometry: { type: "Polygon", coordinates: [[[20.006, 50.006], [20.018, 50.006], [20.018, 50.01], [20.006, 50.01], [20.006, 50.006]]] } },
    { type: "Feature", properties: { kind: "water", name: "Staw" }, geometry: { type: "Polygon", coordinates: [[[19.982, 49.99], [19.988, 49.99], [19.988, 49.994], [19.982, 49.994], [19.982, 49.99]]] } },
  ],
});
// A picture can be drawn without a graphics card.
const city = await openCity({ add: { "land.geojson": land } });
const browser = await openBrowser(["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]);
after(async () => {
  await browser.close();
  await city.close();
});

before(async () => {
  for (const place of PLACES) {
    const body = new URLSearchParams({ place_id: place, service: "dziura", body: "Dziura.", reply: "none" });
    const answer = await fetch(`${city.url}/report`, { method: "POST", body, headers: { origin: city.url }, redirect: "manual" });
    assert.equal(answer.status, 303);
  }
});

const canvas = (page) => page.locator(".map-frame canvas");
const status = (page) => page.locator("[data-map-status]");

/** Opens the page and waits until the map says what it shows. */
async function openMap(page, query = "") {
  await page.goto(`${city.url}/map${query}`);
  await canvas(page).waitFor();
  await status(page).filter({ hasText: /Na mapie widać/ }).waitFor();
}

test("the map is drawn by itself, from our own tiles, and says how many cases it shows", async () => {
  const { page, close } = await openVisitor(browser, city);
  const tiles = [];
  page.on("response", (response) => response.url().includes("/tiles/") && tiles.push([new URL(response.url()).pathname, response.status()]));
  await openMap(page);
  assert.match(await status(page).textContent(), /Na mapie widać 3 sprawy\./);
  assert.ok(tiles.some(([path, code]) => path.startsWith("/tiles/base/") && code === 200), JSON.stringify(tiles));
  assert.ok(tiles.some(([path, code]) => path.startsWith("/tiles/reports/") && code === 200), JSON.stringify(tiles));
  assert.equal(await page.locator(".pin-mark").count(), PLACES.length, "a pin for each row");
  const bytes = (await canvas(page).screenshot()).length;
  assert.ok(bytes > 8000, `a picture of ${bytes} bytes is an empty one`);
  await close();
});

test("list and map lead to each other", async () => {
  const { page, close } = await openVisitor(browser, city);
  await openMap(page);
  await page.getByRole("button", { name: "Pokaż na mapie numer 2" }).click();
  assert.equal(await page.locator(".pin-chosen").textContent(), "2");
  assert.equal(await page.locator(".row-chosen").getAttribute("id"), "case-2");
  await page.locator(".pin-mark", { hasText: "2" }).click();
  assert.equal(await page.locator(".row-chosen").getAttribute("id"), "case-2");
  assert.ok(await page.locator("#case-2 h3 a").evaluate((link) => link === document.activeElement), "the row has the focus");
  await follow(page, page.locator("#case-2 h3 a"));
  assert.match(page.url(), /\/reports\//);
  await close();
});

test("by keyboard the map can be passed, reached, moved and enlarged", async () => {
  const { page, close } = await openVisitor(browser, city);
  await openMap(page);
  await goTo(page, page.getByRole("link", { name: "Przejdź do listy" }));
  await page.keyboard.press("Enter");
  assert.match(page.url(), /#list$/);
  await openMap(page);
  await goTo(page, page.getByRole("link", { name: "Przejdź do listy" }));
  await goTo(page, canvas(page));
  const place = () => page.locator(".pin-mark").first().evaluate((pin) => pin.getBoundingClientRect().x);
  const start = await place();
  await page.keyboard.press("ArrowRight");
  await until("the map has moved", async () => (await place()) < start - 20);
  const gap = () => page.evaluate(() => {
    const [one, other] = [...document.querySelectorAll(".pin-mark")].map((pin) => pin.getBoundingClientRect().x);
    return Math.abs(one - other);
  });
  const near = await gap();
  await page.keyboard.press("+");
  await until("the map is larger", async () => (await gap()) > near * 1.5);
  await goTo(page, page.getByRole("button", { name: "Przybliż" }));
  await goTo(page, page.locator("#case-1 h3 a"));
  await close();
});

test("nothing is wrong with the page in any look, with the map drawn", async () => {
  for (const options of [{}, { colorScheme: "dark" }, { contrast: "more" }]) {
    const { page, close } = await openVisitor(browser, city, options);
    await openMap(page);
    await assertGood(page, `the map ${JSON.stringify(options)}`);
    await close();
  }
});

test("whoever saves data is asked first, and whose browser cannot draw is told", async () => {
  const saver = await openVisitor(browser, city);
  await saver.context.addInitScript(() => Object.defineProperty(Navigator.prototype, "connection", { value: { saveData: true } }));
  const asked = [];
  saver.page.on("request", (request) => asked.push(request.url()));
  await saver.page.goto(`${city.url}/map`);
  await saver.page.getByText("Mapa to około 450 kB danych.").waitFor();
  assert.ok(!asked.some((url) => url.includes("map-engine")), "nothing large before the press");
  await saver.page.getByRole("button", { name: "Pokaż mapę" }).click();
  await canvas(saver.page).waitFor();
  await until("the map has the focus", () => canvas(saver.page).evaluate((map) => map === document.activeElement));
  await saver.close();

  const plain = await openVisitor(browser, city);
  await plain.context.addInitScript(() => {
    const other = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
      return kind.startsWith("webgl") ? null : other.call(this, kind, ...more);
    };
  });
  await plain.page.goto(`${city.url}/map`);
  await plain.page.getByText("Ta przeglądarka nie rysuje map. Lista pokazuje te same sprawy.").waitFor();
  assert.equal(await plain.page.locator("#list li").count(), PLACES.length);
  await assertGood(plain.page, "the list alone");
  await plain.close();
});

test("without JavaScript the list is whole, and filters work", async () => {
  const { page, close } = await openVisitor(browser, city, { javaScriptEnabled: false });
  await page.goto(`${city.url}/map`);
  assert.ok(await page.getByText("Mapa potrzebuje JavaScriptu.").isVisible());
  assert.equal(await page.locator("#list li").count(), PLACES.length);
  await page.getByLabel("Stan").selectOption("closed");
  await follow(page, page.getByRole("button", { name: "Pokaż" }));
  assert.ok(await page.getByText("Nie ma takich spraw.").isVisible());
  await close();
});

test("a place of a report can be pointed at, by hand and by keyboard, with all that was typed kept", async () => {
  const { page, close } = await openVisitor(browser, city);
  await page.goto(`${city.url}/report?service=dziura&place=olszowa+14`);
  await canvas(page).waitFor();
  await until("the pins stand", async () => (await page.locator(".pin-mark").count()) > 0);
  await assertGood(page, "the first step with its map");
  await page.setViewportSize({ width: 1280, height: 900 });
  const box = await canvas(page).boundingBox();
  await Promise.all([page.waitForEvent("load"), page.mouse.click(box.x + box.width / 3, box.y + box.height / 3)]);
  assert.match(page.url(), /lat=\d+\.\d+&lng=\d+\.\d+/);
  assert.equal(await page.locator("input[name=place_id]").count(), 2, "the place and none");
  assert.equal(await page.locator("input[name=service]").first().inputValue(), "dziura");
  await page.locator(".map-middle").waitFor({ state: "attached" });
  await canvas(page).focus();
  await page.keyboard.press("ArrowLeft");
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  await follow(page, page.locator("main form .btn-big"));
  assert.match(page.url(), /\/report\/what/);
  await close();
});
