// One person's browser: everything that its pages ask for and complain of is watched, and a fault fails the test.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE_MS = 15_000;

/** Opens the browser of one visitor; `close` fails when a page asked another host for something or an error was logged. */
export async function openVisitor(browser, city, options = {}) {
  const context = await browser.newContext({ locale: "pl", viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const faults = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(`${city.url}/`) && !request.url().startsWith("data:")) faults.push(`a request to ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) faults.push(`${response.status()} for ${response.url()}`);
  });
  context.on("console", (message) => {
    // Refused requests are judged above; pages of errors (404, 422) are asked for on purpose. What CSP forbids stands here.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) faults.push(`${message.text()} on ${message.page()?.url()}`);
  });
  context.on("weberror", (error) => faults.push(String(error.error())));
  const close = async () => {
    await context.close();
    assert.deepEqual(faults, [], "requests to others, errors, violations of the content security policy");
  };
  return { context, page: await context.newPage(), close };
}

/** Clicks, and waits for the page to which that leads. */
export async function follow(page, locator) {
  await Promise.all([page.waitForEvent("load"), locator.click()]);
}

/** Asks again and again until the answer is true; for what follows from a change a moment later. */
export async function until(what, ask) {
  const end = Date.now() + PATIENCE_MS;
  while (!(await ask())) {
    assert.ok(Date.now() < end, `in vain waited until ${what}`);
    await pause(50);
  }
}

/** Loads `address` until `locator` is on the page. */
export function untilShown(page, address, locator) {
  return until(`${address} shows ${locator}`, async () => {
    await page.goto(address);
    return (await locator.count()) > 0;
  });
}
