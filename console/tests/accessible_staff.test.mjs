// Every working page in every state: axe finds nothing in three looks and at two widths, and all fits at 400 % zoom.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertGood } from "./support/axe.mjs";
import { openBrowser, openCity } from "./support/city.mjs";
import { refusingMailServer } from "./support/mail.mjs";
import { previewClosure, report, signIn } from "./support/people.mjs";
import { follow, openVisitor, until, untilShown } from "./support/visitor.mjs";

// A mail server that takes no letter makes failed jobs; a service without a unit makes cases that nobody has.
const mail = await refusingMailServer();
const withoutUnit = (text) => text.replace(/(key = "inne"\ngroup = [^[]*?)unit = "centrum-kontaktu"\n/, "$1");
const city = await openCity({ env: { HEJNAL_SMTP: mail.url }, change: { "services.toml": withoutUnit } });
const browser = await openBrowser();
const [unit, supervisor, admin] = [await openVisitor(browser, city), await openVisitor(browser, city), await openVisitor(browser, city)];

before(async () => {
  await signIn(unit.page, city, "drogi");
  await signIn(supervisor.page, city, "beata");
  await signIn(admin.page, city, "admin");
});

after(async () => {
  await browser.close();
  await city.close();
  mail.close();
});

/** Opens a page of the unit's and looks at it. */
async function see(page, at, path, name) {
  await page.goto(city.url + path);
  await at(name);
}

/** Opens the case of the report with this number, when it has come. */
async function openCase(page, number) {
  const link = page.getByRole("link", { name: number });
  await untilShown(page, `${city.url}/cases`, link);
  await follow(page, link);
}

/** Somebody reports something; its number. */
async function reported(what) {
  const resident = await openVisitor(browser, city);
  const number = await report(resident.page, city, what);
  await resident.close();
  return number;
}

/** A case from its first to its last page. */
async function seeCase(page, at) {
  await openCase(page, await reported({ email: "anna@poczta.example" }));
  const open = page.url();
  await at("a case handed to the unit");
  await follow(page, page.locator("form[action$=acceptance] button"));
  await at("a case just accepted");
  await follow(page, page.locator("#closure button"));
  await at("a closure without outcome and words");
  await follow(page, page.locator("#progress button"));
  await at("progress without words");
  await page.locator("#progress textarea").fill("Ekipa jedzie jutro.");
  await follow(page, page.locator("#progress button"));
  await at("a case in progress");
  await previewClosure(page, "Dziury już nie ma.\nSprawdziliśmy całą ulicę.");
  await at("the letter before it is sent");
  const stale = await page.context().newPage();
  await stale.goto(open);
  await follow(page, page.locator("button[value=send]"));
  await at("a case just closed");
  await stale.locator("#progress textarea").fill("Jeszcze jedno.");
  await follow(stale, stale.locator("#progress button"));
  await at("news for a case that is closed", stale);
  await stale.close();
}

async function seeUnit(page, at) {
  await see(page, at, "/cases?show=late", "no late cases");
  await seeCase(page, at);
  await openCase(page, await reported());
  await previewClosure(page, "Dziury już nie ma.");
  await at("the message before it is sent, with nobody to get a letter");
  await see(page, at, "/cases?show=closed", "the closed cases");
  await see(page, at, "/cases", "the inbox");
  await see(page, at, "/cases?q=ulica&show=closed", "a search of the inbox");
  await see(page, at, "/cases/photos", "no photos that wait");
  await see(page, at, "/desk", "the unit's desk");
  await see(page, at, "/people", "a page that is not open to the unit");
  await see(page, at, "/mailbox", "the mailbox without letters");
}

async function seeSupervisor(page, at) {
  const number = await reported({ service: "inne" });
  await untilShown(page, `${city.url}/cases/undispatched`, page.getByRole("link", { name: number }));
  await at("cases that no unit has");
  await follow(page, page.locator("main form button").first());
  await at("no unit chosen");
  await follow(page, page.getByRole("link", { name: number }));
  await at("a case that no unit has");
  await page.locator("#dispatch select").selectOption({ index: 1 });
  await follow(page, page.locator("#dispatch button"));
  await at("a case just handed on");
  await see(page, at, "/cases", "the inbox of somebody without a unit");
  await see(page, at, "/cases/load", "who has how many cases");
  await see(page, at, "/cases/figures", "how many promises are kept");
  await see(page, at, "/desk", "the supervisor's desk");
  await until("a job has failed", async () => {
    await page.goto(`${city.url}/desk/jobs`);
    return (await page.locator("main .list form").count()) > 0;
  });
  await at("failed jobs");
  await follow(page, page.locator("main .list form button").first());
  await at("a job tried again");
}

async function seePeople(page, at) {
  await see(page, at, "/people", "people");
  await see(page, at, "/people?q=nikt", "nobody found");
  await follow(page, page.locator("main a[href='/people/new']"));
  await at("a new account");
  await follow(page, page.locator("main form[method=post] button").last());
  await at("an account without a name");
  await page.goto(`${city.url}/people?q=wrona`);
  await follow(page, page.locator("main .list a").first());
  await at("a person");
  await follow(page, page.locator("main a[href$='/edit']"));
  await at("a person's details");
  await page.goBack();
  await follow(page, page.locator("main a[href$='/absences']"));
  await at("a person's absences");
  await follow(page, page.locator("main form[action$='/absences'] button"));
  await at("an absence without days");
}

async function seeAdmin(page, at) {
  await seePeople(page, at);
  await see(page, at, "/roles", "roles");
  await see(page, at, "/settings/roles/new", "a new role");
  await follow(page, page.locator("main form button[value=preview]"));
  await at("a role without a name");
  await see(page, at, "/settings/roles/agent", "a role");
  await see(page, at, "/units", "units");
  await see(page, at, "/units/zarzad-drog", "a unit");
  await see(page, at, "/directory", "who answers");
  await see(page, at, "/directory?q=drogach", "who answers for roads");
  await see(page, at, "/directory?q=nikt", "nobody who answers");
  await see(page, at, "/account/security", "the security of one's account");
  await follow(page, page.locator("form[action='/account/security/password'] button"));
  await at("a password that was not changed");
  await see(page, at, "/account/security/codes", "setting up an app");
  await follow(page, page.locator("main form button"));
  await at("a wrong code");
  await see(page, at, "/account/security", "the security of one's account again");
  await follow(page, page.locator("form[action='/account/lock'] button"));
  await at("a locked session");
  await page.locator("input[name=unlock_secret]").fill("demo-lipogrod");
  await follow(page, page.locator("form[action$='unlock=yes'] button"));
  await see(page, at, "/desk", "the administrator's desk");
}

test("an inbox, a list of cases and a list of failed jobs with nothing in them are good for everyone", async () => {
  for (const [page, path, name] of [[unit.page, "/cases", "inbox"], [supervisor.page, "/cases/undispatched", "cases"], [supervisor.page, "/desk/jobs", "jobs"]]) {
    await page.goto(city.url + path);
    assert.ok(await page.locator("main .empty").isVisible(), `${name} is empty`);
    await assertGood(page, `nothing in ${name}`);
  }
});

// All rules in one look; in the others what colours change, for the page is the same.
for (const look of ["light", "dark", "contrast"]) {
  test(`every working page in every state is good for everyone in the look "${look}"`, async () => {
    const walk = async ({ page }, seeAll) => {
      await page.goto(`${city.url}/look/${look}`);
      await seeAll(page, (name, shown = page) => assertGood(shown, `${name} (${look})`, { onlyColours: look !== "light" }));
    };
    // Two at a time, for there are two cores on the smallest machine that we build on.
    await Promise.all([walk(unit, seeUnit), walk(supervisor, seeSupervisor).then(() => walk(admin, seeAdmin))]);
  });
}

test("nothing was asked of other hosts, and no error was logged", async () => {
  await Promise.all([unit.close(), supervisor.close(), admin.close()]);
});
