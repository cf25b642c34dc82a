// Whether the page that is open can be used by everyone: axe-core, the width of the window, forms, languages.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const PHONE = 360;
const WIDTHS = [PHONE, 1280];
/** 1280 pixels at 400 % zoom (WCAG 2.2, 1.4.10). */
const NARROWEST = 320;

/** All rules of axe; contrast up to 7:1, as the design promises: the enhanced rule sees only what the usual one lets pass. */
const ALL = { rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } } };
/** What differs from look to look. */
const COLOURS = { runOnly: ["color-contrast", "color-contrast-enhanced", "link-in-text-block"] };

/** Asserts that axe finds nothing on the page as it is now. */
async function assertAccessible(page, where, wanted) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const found = await page.evaluate(async (wanted) => {
    const result = await window.axe.run(document, { resultTypes: ["violations"], ...wanted });
    const violations = result.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).slice(0, 3).join("; ")}`);
    return { violations, measured: result.passes.some((rule) => rule.id === "color-contrast-enhanced") };
  }, wanted);
  assert.deepEqual(found, { violations: [], measured: true }, `axe on ${where}`);
}

/** Asserts that nothing hangs over the sides of the window. */
async function assertFits(page, where) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${where} is ${over} px wider than the window`);
}

/** Asserts that the browser keeps its own bubbles to itself: what is wrong is told by the server, in our words. */
async function assertOurWords(page, where) {
  const checked = await page.evaluate(() => {
    const bubbling = (control) => control.required || control.pattern || ["email", "url", "number", "date"].includes(control.type);
    return [...document.forms].filter((form) => !form.noValidate && [...form.elements].some(bubbling)).map((form) => form.action);
  });
  assert.deepEqual(checked, [], `forms that the browser checks on ${where}`);
}

/** All of the above at the widths of a phone and a desk, and at the greatest zoom. */
export async function assertGood(page, where, { widths = WIDTHS, onlyColours = false } = {}) {
  await assertOurWords(page, where);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await assertAccessible(page, `${where}, ${width} px`, onlyColours ? COLOURS : ALL);
    await assertFits(page, `${where}, ${width} px`);
  }
  await page.setViewportSize({ width: NARROWEST, height: 400 });
  await assertFits(page, `${where}, ${NARROWEST} px`);
}

/** Asserts that the page is in `language`, and that what is in another alphabet says in which language it is. */
export async function assertSpeaks(page, language, where) {
  const foreign = await page.evaluate(() => {
    const letters = { pl: /[ąćęłńśźż]/i, uk: /[а-яґєії]/i, en: /(?!)/ };
    // Proper names need no mark (WCAG 2.2, 3.1.2): the product's, that of the demo's one district with Polish letters,
    // and those of Polish offices, which stand in brackets.
    const names = /Hejnał|Łęgi|\([^)]*\)/g;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const { parentElement, data } = texts.currentNode;
      const said = parentElement.closest("[lang]").lang;
      const words = data.trim().replace(names, "");
      if (Object.entries(letters).some(([language, own]) => language !== said && own.test(words))) found.push(`${said}: ${data.trim()}`);
    }
    return { page: document.documentElement.lang, found };
  });
  assert.deepEqual(foreign, { page: language, found: [] }, `languages on ${where}`);
}
