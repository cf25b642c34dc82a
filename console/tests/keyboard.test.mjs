// The trip of a report by keyboard only, with JavaScript: a ring at every stop, the order of the source, no way that ends.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openBrowser, openCity } from "./support/city.mjs";
import { goTo, press, pressOn, walk } from "./support/keyboard.mjs";
import { WORDS, numberOf, onward } from "./support/people.mjs";
import { openVisitor, untilShown } from "./support/visitor.mjs";

const city = await openCity();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await city.close();
});

const resident = await openVisitor(browser, city);
const staff = await openVisitor(browser, city);
// A map that draws itself while it is walked past changes the stops; who saves data is asked first.
await resident.page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
let number;

const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);
const type = (page, text) => page.keyboard.type(text);

test("the first key shows the way past the navigation, and it works", async () => {
  const { page } = resident;
  await page.goto(city.url);
  const first = await press(page, "Tab");
  assert.match(first.name, /Przejdź do treści/);
  await page.keyboard.press("Enter");
  assert.ok(await hasFocus(page.locator("#main")));
  await press(page, "Tab");
  assert.ok(await hasFocus(page.getByLabel("Czego potrzebujesz?")), "the next stop is the first one of the content");
});

test("a resident reports a lamp by keyboard, and after a mistake stands at the summary", async () => {
  const { page } = resident;
  await page.goto(city.url);
  await pressOn(page, page.getByRole("main").getByRole("link", { name: "Zgłoś sprawę" }));
  await walk(page);
  await goTo(page, page.getByLabel("Adres"));
  await type(page, "olszowa 14");
  await pressOn(page, page.getByRole("button", { name: "Znajdź" }));
  await walk(page);
  await goTo(page, page.getByRole("radio", { name: "ul. Olszowa 14 Olszyna" }));
  await press(page, "ArrowDown");
  await press(page, "ArrowUp");
  await pressOn(page, onward(page));

  await pressOn(page, onward(page));
  assert.ok(await hasFocus(page.locator(".errors")), "the summary has the focus");
  assert.match(await page.title(), /^Błąd: /);
  await walk(page);
  await goTo(page, page.locator(".errors a").first());
  await page.keyboard.press("Enter");
  const lamp = page.getByRole("radio", { name: "Latarnia nie świeci albo miga" });
  assert.ok(await hasFocus(lamp), "a line of the summary leads to its control");
  await page.keyboard.press("Space");
  assert.ok(await lamp.isChecked());
  await goTo(page, page.getByRole("textbox", { name: "Opis" }));
  await type(page, WORDS);
  await pressOn(page, onward(page));
  await goTo(page, page.getByRole("radio", { name: "Nie", exact: true }));
  await page.keyboard.press("Space");
  await pressOn(page, onward(page));

  await goTo(page, page.getByLabel("Adres e-mail"));
  await type(page, "anna@");
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  assert.ok(await hasFocus(page.locator(".errors")), "Enter in a field sends the form, and the summary has the focus");
  await walk(page);
  await goTo(page, page.locator(".errors a"));
  await page.keyboard.press("Enter");
  assert.ok(await hasFocus(page.getByLabel("Adres e-mail")));
  await page.keyboard.press("End");
  await type(page, "poczta.example");
  await goTo(page, page.getByRole("radio", { name: "Na e-mail" }), "Shift+Tab");
  await pressOn(page, onward(page));
  number = numberOf(page.url());
  assert.match(number, /^\d{4}-\d{3}-\d$/);
  await walk(page);
});

test("the unit signs in, accepts the case and closes it by keyboard", async () => {
  const { page } = staff;
  await page.goto(`${city.url}/sign-in`);
  await goTo(page, page.getByLabel("Login"));
  await type(page, "drogi@lipogrod.example");
  await goTo(page, page.getByLabel("Hasło"));
  await type(page, "demo-lipogrod");
  await pressOn(page, page.getByRole("button", { name: "Zaloguj", exact: true }));
  await untilShown(page, `${city.url}/cases`, page.getByRole("link", { name: number }));
  await walk(page);
  await pressOn(page, page.getByRole("link", { name: number }));
  await walk(page);
  await pressOn(page, page.getByRole("button", { name: "Przyjmij sprawę" }));
  await goTo(page, page.getByRole("link", { name: "Zakończ sprawę" }));
  await page.keyboard.press("Enter");
  await press(page, "Tab");
  assert.ok(await hasFocus(page.getByLabel("Wynik")), "the link leads into the form");
  await page.keyboard.press("ArrowDown");
  await pressOn(page, page.getByRole("button", { name: "Pokaż wiadomość przed wysłaniem" }));
  assert.ok(await hasFocus(page.locator(".errors")));
  await goTo(page, page.locator("#closure textarea[name=words]"));
  await type(page, "Latarnia świeci.");
  await goTo(page, page.locator("#closure textarea[name=no_photo]"));
  await type(page, "Było ciemno.");
  await pressOn(page, page.getByRole("button", { name: "Pokaż wiadomość przed wysłaniem" }));
  await walk(page);
  await pressOn(page, page.getByRole("button", { name: "Wyślij i zakończ" }));
  assert.ok(await page.getByText("Zakończona: naprawione", { exact: true }).first().isVisible());
});

test("every other page is walked from its top to its end and back", async () => {
  const { page } = resident;
  for (const path of ["/", "/search?q=olszowa", "/services", "/case?number=123", "/mailbox", "/sign-in", "/nowhere"]) {
    await page.goto(city.url + path);
    await walk(page);
  }
});

test("nothing was asked of other hosts, and no error was logged", async () => {
  await Promise.all([resident.close(), staff.close()]);
});
