// A demo city of its own for one test file, and a browser to walk it with.
import { execFile, spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
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

/** The demo pack in `home`, with what `change` makes of its files (`{ "services.toml": (text) => text }`) and the files of `add`. */
async function pack(home, change, add) {
  const folder = join(home, "city");
  await cp(join(root, "cities/demo"), folder, { recursive: true });
  for (const [file, changed] of Object.entries(change)) {
    await writeFile(join(folder, file), changed(await readFile(join(folder, file), "utf8")));
  }
  for (const [file, text] of Object.entries(add)) await writeFile(join(folder, file), text);
  return folder;
}

// A test file that fails or is stopped leaves no city behind.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

function start(args, env) {
  const child = spawn(binary, ["serve", "--demo", ...args], { env: { ...process.env, HEJNAL_NO_RATE_LIMITS: "true", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  process.on("exit", () => child.kill("SIGKILL"));
  let said = "";
  child.stderr.on("data", (part) => (said += part));
  return new Promise((open, failed) => {
    child.stdout.on("data", (part) => String(part).includes("is open at") && open(child));
    child.on("exit", (code) => failed(new Error(`the city ended with ${code}: ${said}`)));
  });
}

async function stop(child) {
  const ended = new Promise((end) => child.on("exit", end));
  child.kill("SIGTERM");
  await ended;
}

/** Opens a demo city with an empty database; `env`, `change`, `add` and `settings` (a TOML text, given the city's address) make it another one. */
export async function openCity({ env = {}, change = {}, add = {}, settings } = {}) {
  const home = await mkdtemp(join(tmpdir(), "hejnal-browser-"));
  const [port, data] = [await freePort(), join(home, "data")];
  const args = ["--listen", `127.0.0.1:${port}`, "--data", data, "--city", await pack(home, change, add)];
  const url = `http://localhost:${port}`;
  if (settings) {
    await writeFile(join(home, "hejnal.toml"), settings(url));
    args.push("--config", join(home, "hejnal.toml"));
  }
  let child = await start(args, env);
  return {
    url,
    /** Runs another command of the program over the same data; what it prints. */
    run: async (...words) => (await promisify(execFile)(binary, [...words, "--data", data], { env: { ...process.env, HEJNAL_PUBLIC_URL: url } })).stdout,
    /** Stops the program and starts it again over the same data. */
    restart: async () => {
      await stop(child);
      child = await start(args, env);
    },
    close: async () => {
      await stop(child);
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** A browser without connections of its own; `more` are further flags. */
export function openBrowser(more = []) {
  const args = [...more, "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath: browserPath, args });
}
