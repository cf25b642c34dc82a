// Passkeys in a real browser with a made-up device: added beside the password, then enough alone.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openBrowser, openCity } from "./support/city.mjs";
import { signIn } from "./support/people.mjs";
import { follow, openVisitor } from "./support/visitor.mjs";

const city = await openCity();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await city.close();
});

/** Puts a device with a fingerprint reader into the page's browser; `steady(false)` makes its owner fail. */
async function device(context, page) {
  const line = await context.newCDPSession(page);
  await line.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  const { authenticatorId } = await line.send("WebAuthn.addVirtualAuthenticator", { options });
  return {
    steady: (isUserVerified) => line.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    keys: async () => (await line.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length,
  };
}

const add = (page) => page.locator("[data-passkey=register] button");
const withKey = (page) => page.locator("[data-passkey=sign-in] button");

test("a passkey is added, lets in without login and password, and is removed", async () => {
  const { context, page, close } = await openVisitor(browser, city);
  const { steady, keys } = await device(context, page);
  await signIn(page, city, "marta");
  await page.goto(`${city.url}/account/security`);
  await page.locator("input[name=name]").fill("Czytnik w laptopie");
  await follow(page, add(page));
  assert.equal(await keys(), 1);
  assert.equal(await page.locator("main li.code").count(), 10, "the first passkey brings recovery codes");
  await follow(page, page.locator("main a.btn-big"));
  assert.equal(page.url(), `${city.url}/account/security?done=passkey`);
  assert.ok(await page.getByText("Czytnik w laptopie").first().isVisible());

  await follow(page, page.locator("header form button"));
  await page.goto(`${city.url}/sign-in?next=/account/security`);
  await follow(page, withKey(page));
  assert.equal(page.url(), `${city.url}/account/security`);
  assert.ok((await page.locator("#sessions ~ ul").innerText()).includes("klucz dostępu"));

  await follow(page, page.locator("header form button"));
  await page.goto(`${city.url}/sign-in`);
  await page.locator("input[name=login]").fill("marta@lipogrod.example");
  await page.locator("input[name=password]").fill("demo-lipogrod");
  await follow(page, page.locator("main form button"));
  assert.ok(page.url().startsWith(`${city.url}/sign-in/second-step`), "with a passkey the password is half the way");
  await follow(page, withKey(page));
  assert.ok(!page.url().includes("/sign-in"));

  await page.goto(`${city.url}/account/security`);
  await follow(page, page.locator("form[action$='/removal'][action^='/account/passkeys'] button"));
  assert.equal(page.url(), `${city.url}/account/security?done=no-passkey`);
  await steady(true);
  await close();
});

test("whoever the device does not recognise stays outside and is told so", async () => {
  const { context, page, close } = await openVisitor(browser, city);
  const { steady } = await device(context, page);
  await signIn(page, city, "oleh");
  await page.goto(`${city.url}/account/security`);
  await page.locator("input[name=name]").fill("Telefon");
  await follow(page, add(page));
  await follow(page, page.locator("main a.btn-big"));
  await follow(page, page.locator("header form button"));
  await page.goto(`${city.url}/sign-in`);
  await steady(false);
  await withKey(page).click();
  await page.locator("[data-passkey=sign-in] [role=alert]").waitFor();
  await steady(true);
  await follow(page, withKey(page));
  assert.ok(!page.url().includes("/sign-in"));
  await close();
});

test("without JavaScript nothing about passkeys is shown, and the password remains", async () => {
  const { page, close } = await openVisitor(browser, city, { javaScriptEnabled: false });
  await page.goto(`${city.url}/sign-in`);
  assert.equal(await withKey(page).isVisible(), false);
  await signIn(page, city, "marta");
  await page.goto(`${city.url}/account/security`);
  assert.equal(await add(page).isVisible(), false);
  await close();
});
