// The pages of the data-protection officer in every state: axe finds nothing, nothing hangs over, all in our words.
import { after, before, describe, test } from "node:test";
import { assertGood } from "./support/axe.mjs";
import { openBrowser, openCity } from "./support/city.mjs";
import { report, signIn } from "./support/people.mjs";
import { follow, openVisitor } from "./support/visitor.mjs";

const city = await openCity();
const browser = await openBrowser();
const email = "anna@poczta.example";
const shots = process.env.SHOTS;
let officer;

before(async () => {
  const resident = await openVisitor(browser, city);
  await report(resident.page, city, { email, service: "halas" });
  await resident.close();
  officer = await openVisitor(browser, city);
  await signIn(officer.page, city, "iod");
});

after(async () => {
  await browser.close();
  await city.close();
});

/** Looks at the page as it is, and keeps pictures of it where they are asked for. */
async function at(name) {
  const { page } = officer;
  await assertGood(page, name);
  if (!shots) return;
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${shots}/${name.replaceAll(" ", "-")}-${width}.png`, fullPage: true });
  }
}

/** Sends the form of this step. */
async function step(name, fill) {
  const form = officer.page.locator(`form:has(input[name=step][value=${name}])`);
  await fill?.(form);
  await follow(officer.page, form.locator("button"));
}

describe("the officer's pages can be used by everyone", () => {
  test("requests, a person, erasure", async () => {
    const { page } = officer;
    await page.goto(`${city.url}/privacy/requests`);
    await at("no requests");
    await page.goto(`${city.url}/privacy/requests/new`);
    await at("a new request");
    await follow(page, page.locator("main form button"));
    await at("a request that lacks something");
    await page.locator("input[name=kind][value=erasure]").check();
    await page.locator("select[name=channel]").selectOption("post");
    await page.locator("input[name=who]").fill("Anna Tajna");
    await page.locator("input[name=contact]").fill(email);
    await follow(page, page.locator("main form button"));
    await at("a request");
    const request = page.url();
    await step("link", (form) => form.locator("input[name=person]").fill(email));
    await step("identify", (form) => form.locator("input[value=document]").check());
    await step("begin");
    await at("a request in progress");
    await step("answer", (form) => form.locator("textarea").fill("Oto kopia."));
    await at("the letter");
    await page.goto(`${city.url}/privacy/requests`);
    await at("requests");
    await page.goto(request);
    await follow(page, page.locator("a[href^='/privacy/residents/']").first());
    await at("a person");
    const person = page.url();
    await page.goto(`${person}/erasure`);
    await at("an erasure");
  });
  test("retention and looks", async () => {
    const { page } = officer;
    await page.goto(`${city.url}/privacy/retention`);
    await at("retention");
    await page.goto(`${city.url}/privacy/looks`);
    await at("looks");
    await page.goto(`${city.url}/privacy/looks?person=nikt`);
    await at("looks of nobody");
  });
});
