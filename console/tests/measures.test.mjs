// The measures themselves: each fault that they look for is put into a good page, and seen.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertGood, assertSpeaks } from "./support/axe.mjs";
import { openBrowser, openCity } from "./support/city.mjs";
import { walk } from "./support/keyboard.mjs";
import { openVisitor } from "./support/visitor.mjs";

const city = await openCity();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await city.close();
});

/** Opens a good page with `style` added and `spoil` done to it. */
async function spoiled(page, { style = "", spoil = () => {} }) {
  await page.goto(`${city.url}/case`);
  await page.evaluate((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
  }, style);
  await page.evaluate(spoil);
}

const main = "document.querySelector('main').insertAdjacentHTML('beforeend', ";

test("what hides a person by keyboard is seen", async () => {
  const { page, close } = await openVisitor(browser, city);
  for (const [fault, message] of [
    [{ style: ":focus-visible { outline: none !important; }" }, /a ring of 0 px/],
    [{ style: "main a:focus { position: absolute; left: -999em; }" }, /out of sight/],
    [{ style: ".foot { position: fixed; inset: 6rem 0 0; }" }, /covered/],
    [{ spoil: `${main}"<a href='/' tabindex='1'>first</a>")` }, /stops at/],
    [{ spoil: `${main}"<button id='trap'>trap</button>"); document.querySelector('#trap').onkeydown = (key) => key.preventDefault()` }, /stops at/],
  ]) {
    await spoiled(page, fault);
    await assert.rejects(walk(page), message, JSON.stringify(fault));
  }
  await page.goto(`${city.url}/case`);
  await walk(page);
  await close();
});

test("what shuts people out of a page is seen", async () => {
  const { page, close } = await openVisitor(browser, city);
  for (const [fault, message] of [
    [{ spoil: `${main}"<input>")` }, /label/],
    [{ style: ".hint { color: #777 !important; }" }, /color-contrast:/],
    [{ style: ".hint { color: #666 !important; }" }, /color-contrast-enhanced:/],
    [{ style: "h1 { width: 400px; }" }, /wider than the window/],
    [{ spoil: `${main}"<form><input aria-label='e-mail' type='email'></form>")` }, /forms that the browser checks/],
  ]) {
    await spoiled(page, fault);
    await assert.rejects(assertGood(page, "the spoiled page"), message, JSON.stringify(fault));
  }
  await spoiled(page, { spoil: `${main}"<p>Слава</p>")` });
  await assert.rejects(assertSpeaks(page, "pl", "the spoiled page"), /languages on/);
  await page.goto(`${city.url}/case`);
  await assertGood(page, "the page as it is");
  await assertSpeaks(page, "pl", "the page as it is");
  await close();
});

test("what leaves the site and what the content security policy forbids is seen", async () => {
  const visitor = await openVisitor(browser, city);
  await visitor.page.goto(city.url);
  await visitor.page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'inline'";
    document.head.append(script);
    location.href = "http://127.0.0.1:9/elsewhere";
  });
  await visitor.page.waitForEvent("requestfailed");
  await assert.rejects(visitor.close(), ({ actual }) => actual.some((fault) => fault.includes("127.0.0.1:9")) && actual.some((fault) => fault.includes("Content Security Policy")));
});
