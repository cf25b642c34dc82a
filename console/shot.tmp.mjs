// usage: node shot.tmp.mjs base login path... -> /tmp/shots/N-<w>.png
import { chromium } from "playwright-core";
const [base, login, ...paths] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
for (const width of [360, 1280]) {
  const c = await b.newContext({ viewport: { width, height: 900 }, locale: "pl-PL" });
  const p = await c.newPage();
  if (login !== "-") { await p.goto(base + "/sign-in"); await p.fill("#login", login); await p.fill("#password", "demo-lipogrod"); await p.click("main button"); await p.waitForLoadState(); }
  let n = 0;
  for (const path of paths) { await p.goto(base + path); await p.waitForTimeout(300); await p.screenshot({ path: `/tmp/shots/${++n}-${width}.png`, fullPage: true }); }
  await c.close();
}
await b.close();
