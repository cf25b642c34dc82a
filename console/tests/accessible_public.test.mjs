// Every public page in every state: axe finds nothing in three looks and at two widths, all fits at 400 % zoom, and in the
// other languages everything says in which language it is.
import { after, before, describe, test } from "node:test";
import { PHONE, assertGood, assertSpeaks } from "./support/axe.mjs";
import { openBrowser, openCity } from "./support/city.mjs";
import { WORDS, onward, previewClosure, report, signIn } from "./support/people.mjs";
import { follow, openVisitor, untilShown } from "./support/visitor.mjs";

const city = await openCity();
const browser = await openBrowser();
const email = "anna@poczta.example";
const PAGES = [
  ["/", "the front page"],
  ["/search?q=olszowa", "places found"],
  ["/search?q=latarnia", "services found"],
  ["/search?q=xyzzy", "nothing found"],
  ["/services", "the services"],
  ["/case", "the question for a number"],
  ["/case?number=123", "a wrong number"],
  ["/reports/1000-000-1", "a number that is not there"],
  ["/report", "the place"],
  ["/report?place=", "no place"],
  ["/report?place=xyzzy", "an unknown place"],
  ["/report?lat=52&lng=21", "a place outside"],
  ["/map", "the map and its list"],
  ["/map?state=late", "no such cases"],
  ["/mailbox", "the mailbox"],
  ["/nowhere", "no such page"],
  ["/invitation/wrong", "an invitation that is over"],
];
let closed;
let invitation;

before(async () => {
  [invitation] = (await city.run("staff", "create", "--roles", "agent", "--login", "nowa")).match(/http\S+/);
  const [resident, staff] = [await openVisitor(browser, city), await openVisitor(browser, city)];
  closed = await report(resident.page, city, { email });
  await signIn(staff.page, city, "drogi");
  const link = staff.page.getByRole("link", { name: closed });
  await untilShown(staff.page, `${city.url}/cases`, link);
  await follow(staff.page, link);
  await follow(staff.page, staff.page.locator("form[action$=acceptance] button"));
  await staff.page.locator("#progress textarea").fill("Ekipa jedzie jutro.");
  await follow(staff.page, staff.page.locator("#progress button"));
  await previewClosure(staff.page, "Dziury już nie ma.\nSprawdziliśmy całą ulicę.");
  await follow(staff.page, staff.page.locator("button[value=send]"));
  await untilShown(resident.page, `${city.url}/mailbox`, resident.page.getByRole("link", { name: "zakończone" }));
  await Promise.all([resident.close(), staff.close()]);
});

after(async () => {
  await browser.close();
  await city.close();
});

/** Shows every public page in every state; `at(name)` is called on each. The report is written in `words`. */
async function seeAll(page, at, words = WORDS) {
  for (const [path, name] of PAGES) {
    await page.goto(city.url + path);
    await at(name);
  }
  await page.goto(`${city.url}/mailbox`);
  await follow(page, page.locator("main .list a").first());
  await at("a letter");
  await follow(page, page.locator("main .panel a"));
  await at("a closed report with its author's words");
  await page.goto(`${city.url}/reports/${closed}`);
  await at("a closed report");
  await report(page, city, { service: "latarnia", words, at });
  await page.goto(page.url().replace(/\?.*/, ""));
  await at("an open report");
  await seeMistakes(page, at);
  await seeEntrance(page, at);
}

async function seeMistakes(page, at) {
  await page.goto(`${city.url}/report?place=xyzzy`);
  await follow(page, page.locator("main .empty button"));
  await at("a place in one's own words");
  await follow(page, onward(page));
  await at("no service and no words");
  await page.locator("input[name=service][value=latarnia]").check();
  await page.locator("input[name=place]").fill("pod mostem");
  await page.locator("textarea[name=body]").fill("Ciemno.");
  await follow(page, onward(page));
  await follow(page, onward(page));
  await at("the question about danger passed over");
  await page.locator("input[name=danger][value=yes]").check();
  await follow(page, onward(page));
  await at("somebody is in danger");
  await follow(page, page.locator("main form button"));
  await page.locator("input[name=danger][value=no]").check();
  await follow(page, onward(page));
  await page.locator("input[name=email]").fill("anna@");
  await follow(page, onward(page));
  await at("a wrong e-mail address");
}

async function seeEntrance(page, at) {
  await page.goto(`${city.url}/sign-in`);
  await at("the sign-in");
  await follow(page, page.locator("main form button"));
  await at("the sign-in, left empty");
  await page.goto(invitation);
  await at("an invitation");
  await follow(page, page.locator("main form button"));
  await at("an invitation without a password");
}

// Two at a time, for there are two cores on the smallest machine that we build on.
describe("every public page in every state is good for everyone", { concurrency: 2 }, () => {
  // All rules in one look; in the others what colours change, for the page is the same.
  for (const look of ["light", "dark", "contrast"]) {
    test(`in the look "${look}"`, async () => {
      const visitor = await openVisitor(browser, city);
      await visitor.page.goto(`${city.url}/look/${look}`);
      await seeAll(visitor.page, (name) => assertGood(visitor.page, `${name} (${look})`, { onlyColours: look !== "light" }));
      await visitor.close();
    });
  }

  for (const [language, words] of [["uk", "Ліхтар біля школи не світить."], ["en", "The lamp by the school is out."]]) {
    test(`in the language "${language}"`, async () => {
      const visitor = await openVisitor(browser, city);
      await visitor.page.goto(`${city.url}/language/${language}`);
      const at = async (name) => {
        await assertSpeaks(visitor.page, language, name);
        await assertGood(visitor.page, `${name} (${language})`, { widths: [PHONE] });
      };
      await seeAll(visitor.page, at, words);
      await visitor.close();
    });
  }
});
