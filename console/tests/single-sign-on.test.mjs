// The whole trip to a real provider of OpenID Connect (oidc-provider, certified by the OpenID Foundation) and back.
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import Provider from "oidc-provider";
import { openBrowser, openCity } from "./support/city.mjs";
import { follow, openVisitor } from "./support/visitor.mjs";

const SECRET = "bardzo+tajne & bardzo:dlugie=haslo/100%";

/** The file with the secret that the provider gave the city. */
function secretFile() {
  const file = join(mkdtempSync(join(tmpdir(), "hejnal-secret-")), "secret");
  writeFileSync(file, SECRET);
  return file;
}

/** A provider whose people are whoever says so; `groups` decides what they are in. */
async function openProvider(groups) {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const issuer = `http://localhost:${server.address().port}`;
  const begin = (cityUrl) => {
    const provider = new Provider(issuer, {
      clients: [{ client_id: "hejnal", client_secret: SECRET, redirect_uris: [`${cityUrl}/sign-in/single-sign-on/return`] }],
      claims: { openid: ["sub"], profile: ["name", "preferred_username", "groups"], email: ["email"] },
      pkce: { required: () => true },
      cookies: { keys: ["only-for-tests"] },
      findAccount: (_, id) => ({
        accountId: id,
        claims: () => ({ sub: id, name: `Osoba ${id}`, preferred_username: id, email: `${id}@lipogrod.example`, groups: groups(id) }),
      }),
    });
    server.on("request", provider.callback());
  };
  const close = () => new Promise((closed) => (server.closeAllConnections(), server.close(closed)));
  return { issuer, begin, close };
}

const groups = { ewa: ["hejnal-agents"], jan: ["chór"] };
const provider = await openProvider((id) => groups[id] ?? []);
const city = await openCity({
  settings: (url) => {
    provider.begin(url);
    return `
[single_sign_on]
issuer = "${provider.issuer}"
client_id = "hejnal"
client_secret_file = "${secretFile()}"
[single_sign_on.groups]
"hejnal-agents" = ["agent"]
`;
  },
});
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await city.close();
  await provider.close();
});

/** From the city's sign-in to the provider, as `name`, and back. */
async function trip(page, name) {
  await page.goto(`${city.url}/sign-in?next=/account/security`);
  await follow(page, page.getByRole("link", { name: "Zaloguj przez konto miejskie" }));
  assert.ok(page.url().startsWith(`${provider.issuer}/interaction/`), `${page.url()}: ${await page.locator("body").innerText()}`);
  await page.locator("input[name=login]").fill(name);
  await page.locator("input[name=password]").fill("cokolwiek");
  await follow(page, page.locator("button[type=submit]"));
  if (page.url().startsWith(provider.issuer)) await follow(page, page.locator("button[type=submit]"));
}

test("a person of the city comes in by the provider and may what their groups may", async () => {
  const context = await browser.newContext({ locale: "pl" });
  const page = await context.newPage();
  await trip(page, "ewa");
  assert.equal(page.url(), `${city.url}/account/security`);
  assert.ok((await page.locator("header").innerText()).includes("Osoba ewa"));
  assert.ok((await page.locator("#sessions ~ ul").innerText()).includes("logowanie miasta"));
  await page.goto(`${city.url}/people`);
  assert.ok((await page.title()).length > 0 && (await page.locator("#people").count()) === 0, "an agent does not administer");
  await context.close();
});

test("whoever has no group here is told so, and the password way remains", async () => {
  const context = await browser.newContext({ locale: "pl" });
  const page = await context.newPage();
  await trip(page, "jan");
  assert.equal(page.url(), `${city.url}/sign-in?single_sign_on=no-group`);
  assert.ok(await page.getByText("nie ma tu dostępu").isVisible());
  assert.ok(await page.locator("input[name=password]").isVisible());
  await context.close();
});
