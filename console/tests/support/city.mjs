// A demo city of its own for one test file, and a browser to walk it with.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const binary = process.env.HEJNAL_BINARY ?? join(root, "target/debug/hejnal");
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** A port that nobody uses now. */
async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Opens a demo city with an empty database. */
export async function openCity() {
  const data = await mkdtemp(join(tmpdir(), "hejnal-browser-"));
  const port = await freePort();
  const args = ["serve", "--demo", "--listen", `127.0.0.1:${port}`, "--data", data, "--city", join(root, "cities/demo")];
  const child = spawn(binary, args, { env: { ...process.env, HEJNAL_NO_RATE_LIMITS: "true" }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr.on("data", (part) => (said += part));
  await new Promise((open, failed) => {
    child.stdout.on("data", (part) => String(part).includes("is open at") && open());
    child.on("exit", (code) => failed(new Error(`the city ended with ${code}: ${said}`)));
  });
  const close = async () => {
    const ended = new Promise((end) => child.on("exit", end));
    child.kill("SIGTERM");
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  return { url: `http://localhost:${port}`, close };
}

/** A browser without connections of its own. */
export function openBrowser() {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath: browserPath, args });
}
