// A page that nobody looks at any more shows nothing personal, and what was typed on it is not lost.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openBrowser, openCity } from "./support/city.mjs";
import { signIn } from "./support/people.mjs";
import { follow, openVisitor } from "./support/visitor.mjs";

const IDLE_MS = 15 * 60_000;
const city = await openCity();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await city.close();
});

const unlock = (page) => page.locator("input[name=unlock_secret]");

test("an idle page makes way for the one that asks who is there, and comes back as it was", async () => {
  const { page, close } = await openVisitor(browser, city);
  await page.clock.install();
  await signIn(page, city, "marta");
  await page.goto(`${city.url}/account/absences`);
  await page.locator("input[name=until_on]").fill("2027-05-03");
  await page.locator("input[name=kind]").last().check();
  await page.clock.runFor(IDLE_MS - 30_000);
  assert.ok(await page.locator("input[name=until_on]").isVisible(), "not a moment too early");
  await page.clock.runFor(60_000);
  await unlock(page).waitFor();
  assert.equal(await page.locator("input[name=until_on]").count(), 0, "nothing of the page is left");
  assert.equal(page.url(), `${city.url}/account/absences`);

  await unlock(page).fill("demo-lipogrod");
  await follow(page, page.locator("main form:not([action='/sign-out']) button"));
  assert.equal(await page.locator("input[name=until_on]").inputValue(), "2027-05-03");
  assert.ok(await page.locator("input[name=kind]").last().isChecked());
  assert.equal(await page.evaluate(() => sessionStorage.length), 0, "kept no longer than needed");
  await close();
});

test("a sign in another tab keeps all tabs open", async () => {
  const { context, page, close } = await openVisitor(browser, city);
  await page.clock.install();
  await signIn(page, city, "oleh");
  await page.goto(`${city.url}/directory`);
  await page.clock.runFor(IDLE_MS - 30_000);
  const other = await context.newPage();
  await other.goto(`${city.url}/units`);
  await page.evaluate(() => localStorage.setItem("hejnal-sign", String(Date.now())));
  await page.clock.runFor(60_000);
  assert.ok(await page.locator("input[name=q]").isVisible());
  await close();
});
