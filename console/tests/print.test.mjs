// On paper: the words, the number and the way to reach us; no menus, no buttons.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openBrowser, openCity } from "./support/city.mjs";
import { WORDS, report, signIn } from "./support/people.mjs";
import { follow, openVisitor, untilShown } from "./support/visitor.mjs";

const city = await openCity();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await city.close();
});

/** What a sheet of this page shows: the text, and the names of what can be pressed or only leads around the site. */
async function printed(page) {
  await page.emulateMedia({ media: "print" });
  return page.evaluate(() => {
    const shown = (element) => element.checkVisibility();
    const pressed = [...document.querySelectorAll("nav, button, input:not([type=hidden]), select, textarea, .btn:not([href^='tel:']), .skip")];
    const colours = [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector("h1")).color];
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return { text: document.body.innerText, pressed: pressed.filter(shown).map((element) => element.outerHTML.slice(0, 80)), colours, over };
  });
}

test("a report on paper has its story, its number and our phone, in black on white, and nothing to press", async () => {
  const { page, close } = await openVisitor(browser, city, { viewport: { width: 794, height: 1123 }, colorScheme: "dark" });
  const number = await report(page, city, { service: "latarnia" });
  const sheet = await printed(page);
  assert.deepEqual(sheet.pressed, []);
  for (const words of [number, "10 000 83 11", "Latarnia nie świeci albo miga", "ul. Olszowa 14", WORDS, "Obiecujemy zakończyć"]) {
    assert.ok(sheet.text.replaceAll("\u00a0", " ").includes(words), `${words} is on the sheet`);
  }
  assert.ok(!sheet.text.includes("Moja sprawa"), "the menu is not");
  assert.deepEqual(sheet.colours, ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  assert.ok(sheet.over <= 0, "nothing is cut off at the side");
  await close();
});

test("a case on paper has its story and its number, and none of its forms", async () => {
  const [resident, staff] = [await openVisitor(browser, city), await openVisitor(browser, city)];
  const number = await report(resident.page, city);
  await signIn(staff.page, city, "drogi");
  const link = staff.page.getByRole("link", { name: number });
  await untilShown(staff.page, `${city.url}/cases`, link);
  await follow(staff.page, link);
  const sheet = await printed(staff.page);
  assert.deepEqual(sheet.pressed, []);
  for (const words of [number, "Dziura w jezdni", WORDS, "Sprawa otwarta"]) assert.ok(sheet.text.includes(words), `${words} is on the sheet`);
  await Promise.all([resident.close(), staff.close()]);
});
