// Live pages: one stream for all tabs of a browser, news in one sentence that moves nothing, and the way back after a restart.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openBrowser, openCity } from "./support/city.mjs";
import { report, signIn } from "./support/people.mjs";
import { follow, openVisitor, until, untilShown } from "./support/visitor.mjs";

const city = await openCity();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await city.close();
});

const resident = await openVisitor(browser, city);
const staff = await openVisitor(browser, city);
const NEWS = "Ta sprawa mogła się zmienić.";
const news = (page) => page.getByRole("status").filter({ hasText: NEWS });
let number;

/** How many streams the city has open, by its own count. */
async function streams() {
  const metrics = await (await fetch(`${city.url}/metrics`)).text();
  return Number(metrics.match(/^live_streams (\d+)/m)?.[1] ?? 0);
}

const untilStreams = (count) => until(`${count} streams are open`, async () => (await streams()) === count);

/** Opens the case in the unit's inbox. */
async function openCase(page) {
  const link = page.getByRole("link", { name: number });
  await untilShown(page, `${city.url}/cases`, link);
  await follow(page, link);
}

test("two tabs of one browser share one stream, and another browser has its own", async () => {
  number = await report(resident.page, city);
  await resident.page.goto(`${city.url}/reports/${number}`);
  await untilStreams(1);
  const second = await resident.context.newPage();
  await report(second, city, { service: "kosz" });
  await untilStreams(1);
  const other = await openVisitor(browser, city);
  await other.page.goto(`${city.url}/reports/${number}`);
  await untilStreams(2);
  await other.close();
  await untilStreams(1);
  await second.close();
});

test("a change of the case shows its sentence on the open page, and moves neither focus nor page", async () => {
  const { page } = resident;
  await signIn(staff.page, city, "drogi");
  await openCase(staff.page);
  await page.goto(`${city.url}/reports/${number}`);
  await untilStreams(1);
  await page.setViewportSize({ width: 1280, height: 400 });
  const link = page.getByRole("contentinfo").getByRole("link", { name: "Ciemny" });
  await link.focus();
  const before = await page.evaluate(() => ({ top: document.activeElement.getBoundingClientRect().top, said: document.querySelector("[role=status]").textContent }));
  assert.equal(before.said, "", "nothing is said before there is news");
  await follow(staff.page, staff.page.getByRole("button", { name: "Przyjmij sprawę" }));
  await news(page).waitFor();
  assert.ok(await link.evaluate((element) => element === document.activeElement), "the focus stays");
  await page.setViewportSize({ width: 1280, height: 900 });
  await follow(page, news(page).getByRole("link", { name: "Odśwież stronę" }));
  assert.ok(await page.getByText("Sprawę przyjęła jednostka:").isVisible(), "the link shows the news");
  assert.equal(await news(page).count(), 0, "and the sentence is gone");
});

test("the unit's inbox tells of a new case in one sentence", async () => {
  const { page } = staff;
  await page.goto(`${city.url}/cases`);
  await page.getByRole("link", { name: "Otwarte" }).focus();
  await untilStreams(2);
  const visitor = await openVisitor(browser, city);
  const fresh = await report(visitor.page, city, { service: "latarnia" });
  await visitor.close();
  await page.getByRole("status").filter({ hasText: "Nowe sprawy: 1." }).waitFor();
  assert.ok(await page.getByRole("link", { name: "Otwarte" }).evaluate((element) => element === document.activeElement), "the focus stays");
  await follow(page, page.getByRole("status").getByRole("link", { name: "Odśwież" }));
  assert.ok(await page.getByRole("link", { name: fresh }).isVisible());
});

test("after a restart the pages come back by themselves, and say that they may have missed something", async () => {
  const { page } = resident;
  // One page that has heard news and one that has heard nothing yet.
  const quiet = await openVisitor(browser, city);
  await quiet.page.goto(`${city.url}/reports/${number}`);
  await page.goto(`${city.url}/reports/${number}`);
  await untilStreams(3);
  await city.restart();
  await Promise.all([news(page).waitFor(), news(quiet.page).waitFor()]);
  await until("all streams are back", async () => (await streams()) === 3);
  await follow(page, news(page).getByRole("link", { name: "Odśwież stronę" }));
  await untilStreams(3);
  await openCase(staff.page);
  await staff.page.locator("#progress textarea").fill("Ekipa jest na miejscu.");
  await follow(staff.page, staff.page.locator("#progress").getByRole("button"));
  await news(page).waitFor();
  await quiet.close();
});

test("nothing was asked of other hosts, and no error was logged", async () => {
  await Promise.all([resident.close(), staff.close()]);
});
