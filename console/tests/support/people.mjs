// What residents and staff do in many tests, by the names of the fields, so that it works in every language.
import { follow } from "./visitor.mjs";

export const WORDS = "Od piątku nie świeci latarnia przy wejściu do szkoły.";
const nothing = async () => {};

/** The button that leads on from a step of the report. */
export const onward = (page) => page.locator("main form .btn-big");

/** Reports something with all steps; `at(name)` is called on each page. Ends on the report's own page; its number. */
export async function report(page, city, { service = "dziura", words = WORDS, email = "", at = nothing } = {}) {
  await page.goto(`${city.url}/report?place=olszowa+14`);
  await at("places to choose from");
  await follow(page, onward(page));
  await at("services to choose from");
  await page.locator(`input[name=service][value=${service}]`).check();
  await page.locator("textarea[name=body]").fill(words);
  await follow(page, onward(page));
  for (let asked = 0; asked < 4 && !(await page.locator("input[type=radio][name=reply]").count()); asked += 1) {
    if (await page.locator("#same-none").count()) {
      await at("cases that are alike");
      await page.locator("#same-none").check();
      await follow(page, onward(page));
      continue;
    }
    await at("the questions of the service");
    await page.locator("input[name=danger][value=no], fieldset input[name^=answer-][type=radio]").evaluateAll((choices) => {
      // The second of each: none of the demo's sends somebody to the telephone.
      const second = (choice) => choice === choices.filter(({ name }) => name === choice.name)[1];
      for (const choice of choices) choice.checked ||= choice.name === "danger" || second(choice);
    });
    await follow(page, onward(page));
  }
  await at("how to answer");
  await page.locator(`input[name=reply][value=${email ? "email" : "none"}]`).check();
  await page.locator("input[name=email]").fill(email);
  await follow(page, onward(page));
  await at("the new report");
  return numberOf(page.url());
}

/** The number in the address of a report. */
export const numberOf = (address) => new URL(address).pathname.replace("/reports/", "");

/** Signs in as one of the demo's people. */
export async function signIn(page, city, login) {
  await page.goto(`${city.url}/sign-in`);
  await page.locator("input[name=login]").fill(`${login}@lipogrod.example`);
  await page.locator("input[name=password]").fill("demo-lipogrod");
  await follow(page, page.locator("main form button"));
}

/** Writes how the case that is open ends, and shows the message before it is sent. */
export async function previewClosure(page, words) {
  await page.locator("#closure select").selectOption("fixed");
  await page.locator("#closure textarea[name=words]").fill(words);
  await page.locator("#closure textarea[name=no_photo]").fill("Było ciemno.");
  await follow(page, page.locator("#closure button"));
}
