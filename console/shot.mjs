import { chromium } from "playwright-core";
const [,, url, out, width = "1280", height="900", press = "", scheme = "light", contrast = ""] = process.argv;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-quic", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"] });
const page = await browser.newPage({ viewport: { width: +width, height: +height }, colorScheme: scheme, ...(contrast ? { contrast: "more" } : {}) });
page.on("console", (m) => console.log("console", m.type(), m.text()));
page.on("pageerror", (e) => console.log("error", e.message));
page.on("requestfailed", (r) => console.log("failed", r.url(), r.failure()?.errorText));
page.on("response", (r) => r.status() >= 400 && console.log(r.status(), r.url()));
await page.goto(url);
const t = Date.now();
await page.waitForSelector(".map-frame canvas", { timeout: 20000 }).catch(() => console.log("no canvas"));
for (const step of press.split(";").filter(Boolean)) { await page.evaluate(step).catch((e) => console.log(e.message)); await page.waitForTimeout(1500); }
await page.waitForTimeout(3500);
console.log("status:", await page.locator("[data-map-status]").textContent().catch(() => "none"), Date.now() - t);
await page.screenshot({ path: out, fullPage: false });
await browser.close();
