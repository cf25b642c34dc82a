// The pages about residents and conversations in every state: axe finds nothing at two widths, and all fits at 400 % zoom.
import { after, before, test } from "node:test";
import { assertGood } from "./support/axe.mjs";
import { openBrowser, openCity } from "./support/city.mjs";
import { signIn } from "./support/people.mjs";
import { follow, openVisitor } from "./support/visitor.mjs";

const city = await openCity();
const browser = await openBrowser();
const [agent, supervisor] = [await openVisitor(browser, city), await openVisitor(browser, city)];

before(async () => {
  await signIn(agent.page, city, "marta");
  await signIn(supervisor.page, city, "beata");
});

after(async () => {
  await browser.close();
  await city.close();
});

const onward = (page) => page.locator("main form .btn-big").last();

/** Writes somebody down; the address of their page. */
async function added(page, at = async () => {}) {
  await page.goto(`${city.url}/residents/new?for=conversation`);
  await at("a new resident");
  await follow(page, onward(page));
  await at("a new resident without a name");
  await page.locator("#name").fill("Anna Konstantynopolitańczykowianeczkowska");
  await page.locator("#phone").fill("601 234 567");
  await page.locator("#email").fill("anna.z.bardzo.dlugim.adresem.poczty@poczta.example");
  await page.locator("#post").fill("ul. Olszowa 14\n60-101 Lipogród");
  await follow(page, onward(page));
  return new URL(page.url()).pathname;
}

async function seeResident(page, at) {
  const place = await added(page, at);
  await at("a resident just written down");
  for (const part of ["details", "ways", "needs", "consents"]) {
    await page.goto(`${city.url}${place}/${part}?for=conversation`);
    await at(`a resident's ${part}`);
  }
  await follow(page, onward(page));
  await at("a consent without a purpose");
  await page.goto(`${city.url}${place}`);
  await at("the question for a purpose");
  return place;
}

async function seeHidden(page, place, at) {
  await page.goto(`${city.url}/residents`);
  await page.locator("#for").selectOption("conversation");
  await page.locator("#words").fill("601234567");
  await follow(page, onward(page));
  await at("somebody found");
  await page.goto(`${city.url}${place}?for=conversation`);
  await at("a resident who has not shown who they are");
  await page.goto(`${city.url}${place}/identity?for=conversation`);
  await at("the questions");
  await follow(page, onward(page));
  await at("the answers");
  await follow(page, onward(page));
  await at("too few right answers");
  await page.goto(`${city.url}/residents/twins`);
  await at("records that may be one person");
  await follow(page, page.locator("main .list a").first());
  await at("two records side by side");
  await follow(page, onward(page));
  await at("no reason for joining");
}

async function seeConversation(page, at) {
  await page.goto(`${city.url}/desk/conversations/new`);
  await at("a new conversation");
  await follow(page, onward(page));
  await at("a conversation without a topic");
  await page.locator("#phone").fill("0048 601 234 567");
  await page.locator("input[value=going]").check();
  await follow(page, onward(page));
  await at("a conversation that goes on");
  await page.locator("#topic").selectOption("nawierzchnia");
  await follow(page, onward(page));
  await at("a conversation that is over");
  await page.goto(`${city.url}/desk/errands`);
  await at("nothing to be told");
}

async function seeIntake(page, at) {
  await page.goto(`${city.url}/cases/new`);
  await at("a report for somebody");
  await page.locator("textarea[name=body]").fill("Dziura przed bramą.");
  await page.locator("select[name=service]").selectOption("latarnia");
  await page.locator("input[name=place]").fill("olszowa 14");
  await follow(page, page.locator("button[value=look]"));
  await at("a report for somebody, with a place and questions");
  await follow(page, page.locator("button[value=send]"));
  await at("a report for somebody that is not whole");
}

test("every page about residents and conversations is good for everyone", async () => {
  const good = ({ page }) => (name) => assertGood(page, name);
  const place = await seeResident(agent.page, good(agent));
  await added(agent.page);
  await seeConversation(agent.page, good(agent));
  await seeIntake(agent.page, good(agent));
  await seeHidden(supervisor.page, place, good(supervisor));
});

test("nothing was asked of other hosts, and no error was logged", async () => {
  await Promise.all([agent.close(), supervisor.close()]);
});
