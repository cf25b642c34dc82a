// What a visitor has chosen stays: the look and the language, on every page, without leaving it and never leaving the site.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openBrowser, openCity } from "./support/city.mjs";
import { follow, openVisitor } from "./support/visitor.mjs";

const city = await openCity();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await city.close();
});

/** How the page looks and speaks. */
const face = (page) =>
  page.evaluate(() => {
    const { lang, dataset } = document.documentElement;
    return { lang, theme: dataset.theme ?? "", contrast: dataset.contrast ?? "", paper: getComputedStyle(document.body).backgroundColor };
  });

const look = (page, name) => page.getByRole("contentinfo").getByRole("link", { name });

test("the look that is chosen stays on every page, before that of the system", async () => {
  const { page, close } = await openVisitor(browser, city, { colorScheme: "dark", javaScriptEnabled: false });
  const [white, night, black] = ["rgb(255, 255, 255)", "rgb(13, 23, 27)", "rgb(0, 0, 0)"];
  await page.goto(`${city.url}/search?q=olszowa`);
  assert.deepEqual(await face(page), { lang: "pl", theme: "", contrast: "", paper: night }, "first as in the system");
  for (const [name, theme, contrast, paper] of [["Jasny", "light", "", white], ["Ciemny", "dark", "", night], ["Wysoki kontrast", "", "more", black]]) {
    await follow(page, look(page, name));
    assert.equal(page.url(), `${city.url}/search?q=olszowa`, "the choice leads back to the same page");
    for (const path of ["/", "/report?place=olszowa", "/sign-in", "/nowhere"]) {
      await page.goto(city.url + path);
      assert.deepEqual(await face(page), { lang: "pl", theme, contrast, paper }, `${name} on ${path}`);
      assert.equal(await look(page, name).getAttribute("aria-current"), "true");
    }
    await page.goto(`${city.url}/search?q=olszowa`);
  }
  await follow(page, look(page, "Jak w systemie"));
  assert.equal((await face(page)).theme, "");
  await close();
});

test("the language that is chosen stays through the whole report, before that of the browser", async () => {
  const { page, close } = await openVisitor(browser, city, { locale: "en-GB", javaScriptEnabled: false });
  await page.goto(`${city.url}/report?place=olszowa+14`);
  assert.equal((await face(page)).lang, "en", "first as the browser asks");
  const ukrainian = page.getByRole("link", { name: "Українська" });
  assert.deepEqual([await ukrainian.getAttribute("lang"), await ukrainian.getAttribute("hreflang")], ["uk", "uk"]);
  await follow(page, ukrainian);
  assert.equal(page.url(), `${city.url}/report?place=olszowa+14`, "what was looked for is kept");
  await follow(page, page.locator("main form .btn-big"));
  assert.equal((await face(page)).lang, "uk");
  await page.locator("input[value=dziura]").check();
  await page.locator("textarea").fill("Яма");
  await follow(page, page.locator("main form .btn-big"));
  assert.equal((await face(page)).lang, "uk");
  assert.match(await page.title(), /Ліпогруд$/);
  await close();
});

test("the way back of a choice never leaves the site", async () => {
  const { page, close } = await openVisitor(browser, city);
  for (const choice of ["look/dark", "language/en"]) {
    for (const back of ["https://evil.example/", "//evil.example/", "/\\evil.example/", "\\\\evil.example", "/\t/evil.example", "javascript:alert(1)", "/%0d%0aLocation:%20//evil.example", ""]) {
      await page.goto(`${city.url}/${choice}?back=${encodeURIComponent(back)}`);
      assert.equal(new URL(page.url()).origin, city.url, `${choice} back to ${JSON.stringify(back)}`);
    }
    await page.goto(`${city.url}/${choice}?back=${encodeURIComponent("/services")}`);
    assert.equal(page.url(), `${city.url}/services`, "a page of ours is gone back to");
  }
  await page.goto(`${city.url}/sign-in?next=${encodeURIComponent("//evil.example/")}`);
  await page.locator("input[name=login]").fill("drogi@lipogrod.example");
  await page.locator("input[name=password]").fill("demo-lipogrod");
  await follow(page, page.locator("main form button"));
  assert.equal(page.url(), `${city.url}/cases`, "nor does the way on from the sign-in");
  await close();
});
