// The whole trip of a report without JavaScript on a phone: from the front page to the answer, and back by the letter's link.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openBrowser, openCity } from "./support/city.mjs";
import { WORDS, numberOf, onward, previewClosure, signIn } from "./support/people.mjs";
import { follow, openVisitor, until, untilShown } from "./support/visitor.mjs";

const city = await openCity();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await city.close();
});

const PHONE = { javaScriptEnabled: false, viewport: { width: 360, height: 780 } };
const ANSWER = "Latarnia świeci. Wymieniliśmy lampę i sprawdziliśmy sąsiednie.";
const resident = await openVisitor(browser, city, PHONE);
const staff = await openVisitor(browser, city, PHONE);
let number;

/** Asserts that the number stands on one line wherever the page says it; addresses of pages may break. */
async function assertWhole(page) {
  const lines = await page.evaluate((number) => {
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const { data } = texts.currentNode;
      const at = data.indexOf(number);
      if (at < 0 || data.includes("/reports/")) continue;
      const range = document.createRange();
      range.setStart(texts.currentNode, at);
      range.setEnd(texts.currentNode, at + number.length);
      found.push(new Set([...range.getClientRects()].map((line) => line.top)).size);
    }
    return found;
  }, number);
  assert.ok(lines.length > 0 && lines.every((count) => count === 1), `the number on ${page.url()} takes ${lines} lines`);
}

/** The letter in the mailbox whose title has these words. */
const letter = (page, words) => page.getByRole("listitem").getByRole("link", { name: `${number} (Latarnia nie świeci albo miga): ${words}` });

test("a resident without JavaScript reports a lamp on a phone, mends a mistake and gets one number", async () => {
  const { context, page } = resident;
  const main = page.getByRole("main");
  await page.goto(city.url);
  await follow(page, main.getByRole("link", { name: "Zgłoś sprawę" }));
  await page.getByLabel("Adres").fill("olszowa 14");
  await follow(page, page.getByRole("button", { name: "Znajdź" }));
  assert.ok(await page.getByRole("radio", { name: "ul. Olszowa 14 Olszyna" }).isChecked(), "the nearest place is chosen");
  await follow(page, onward(page));

  await page.getByRole("radio", { name: "Latarnia nie świeci albo miga" }).check();
  await page.getByRole("textbox", { name: "Opis" }).fill(WORDS);
  await follow(page, onward(page));
  const danger = page.getByRole("group", { name: "Czy widać gołe przewody" });
  assert.ok(await danger.isVisible(), "the service asks about danger");
  assert.equal(await page.getByRole("textbox", { name: "Opis" }).inputValue(), WORDS);
  await danger.getByRole("radio", { name: "Nie" }).check();
  await follow(page, onward(page));

  await page.getByLabel("Adres e-mail").fill("anna@");
  await follow(page, page.getByRole("button", { name: "Wyślij zgłoszenie" }));
  assert.match(await page.title(), /^Błąd: /);
  const summaryFirst = await main.evaluate((main) => {
    const [first, next] = [...main.querySelectorAll(".errors, h1, h2, p, input:not([type=hidden])")];
    return first.matches(".errors") && next.matches(".errors h2");
  });
  assert.ok(summaryFirst, "the summary of what to mend comes before everything but the steps");
  assert.deepEqual(await page.locator(".errors a").allInnerTexts(), ["Wpisz cały adres, na przykład anna@poczta.example"]);
  assert.equal(await page.getByLabel("Adres e-mail").inputValue(), "anna@");
  assert.ok(await page.getByRole("radio", { name: "Na e-mail" }).isChecked(), "the choice is kept");
  assert.ok(await main.getByText(WORDS).isVisible(), "the words are kept");

  await page.getByLabel("Adres e-mail").fill("anna@poczta.example");
  const send = page.getByRole("button", { name: "Wyślij zgłoszenie" });
  const fields = await send.evaluate((button) => Object.fromEntries(new FormData(button.form)));
  await Promise.all([page.waitForEvent("load"), send.dblclick()]);
  number = numberOf(page.url());
  assert.match(number, /^\d{4}-\d{3}-\d$/);
  assert.ok(await page.getByRole("heading", { name: `Zgłoszenie przyjęte. Numer ${number}` }).isVisible());
  await assertWhole(page);
  const own = page.url();
  await page.reload();
  assert.equal(page.url(), own, "reloading shows the same report");
  const again = await context.request.post(`${city.url}/report`, { form: fields });
  assert.equal(again.url(), own, "the same form sent once more leads to the same report");
});

test("the letters about it stand in the mailbox, and their link opens the private page", async () => {
  const { page } = resident;
  await untilShown(page, `${city.url}/mailbox`, letter(page, "ma je jednostka"));
  await assertWhole(page);
  assert.equal(await letter(page, "przyjęte").count(), 1, "two posts of one form are one report and one letter");
  await follow(page, letter(page, "przyjęte"));
  await assertWhole(page);
  const link = page.getByRole("main").getByRole("link", { name: "/reports/" });
  assert.match(await link.getAttribute("href"), new RegExp(`/reports/${number}\\?key=`));
  await follow(page, link);
  assert.ok(await page.getByText(WORDS).isVisible(), "who comes by the link sees their own words");
  await page.goto(`${city.url}/reports/${number}`);
  assert.ok(await page.getByRole("heading", { name: "Latarnia nie świeci" }).isVisible());
  assert.equal(await page.getByText(WORDS).count(), 0, "strangers do not");
});

test("the unit accepts the case, reads the message before it is sent, and closes it", async () => {
  const { page } = staff;
  await signIn(page, city, "drogi");
  await follow(page, page.getByRole("link", { name: number }));
  assert.ok(await page.getByText(WORDS).isVisible());
  await follow(page, page.getByRole("button", { name: "Przyjmij sprawę" }));
  assert.ok(await page.getByRole("status").filter({ hasText: "Zapisane" }).isVisible());
  await previewClosure(page, ANSWER);
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Wiadomość przed wysłaniem");
  await assertWhole(page);
  assert.ok(await page.getByText(ANSWER).isVisible(), "the message is shown as it will be sent");
  await follow(page, page.getByRole("button", { name: "Popraw wiadomość" }));
  assert.equal(await page.locator("#closure textarea[name=words]").inputValue(), ANSWER, "going back loses nothing");
  await follow(page, page.locator("#closure button"));
  await follow(page, page.getByRole("button", { name: "Wyślij i zakończ" }));
  assert.ok(await page.getByText("Zakończona: naprawione", { exact: true }).first().isVisible());
});

test("the resident reads the outcome on the page and in the letter", async () => {
  const { page } = resident;
  await untilShown(page, `${city.url}/mailbox`, letter(page, "zakończone"));
  await follow(page, letter(page, "zakończone"));
  assert.ok(await page.getByText(ANSWER).isVisible());
  await follow(page, page.getByRole("main").getByRole("link", { name: "/reports/" }));
  assert.ok(await page.getByText("Zakończona: naprawione", { exact: true }).isVisible());
  assert.ok(await page.getByText(ANSWER).isVisible());
  await until("the front page tells it", async () => {
    await page.goto(city.url);
    return page.getByRole("link", { name: "Latarnia nie świeci albo miga" }).isVisible();
  });
});

test("nothing was asked of other hosts, and no error was logged", async () => {
  await Promise.all([resident.close(), staff.close()]);
});
