// Builds the scripts of the map into dist/map, from where the program takes them. Nothing of it is committed.
import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const console_ = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(console_, "dist/map");
const library = join(console_, "node_modules/maplibre-gl/dist");

/** The licences of what is bundled, whole, as they ask for. */
async function licences() {
  const maplibre = await readFile(join(console_, "node_modules/maplibre-gl/LICENSE.txt"), "utf8");
  // The package of PMTiles names its licence without the text, which is the same as the first above.
  const pmtiles = "PMTiles: BSD-3-Clause, https://github.com/protomaps/PMTiles/blob/main/LICENSE, with the conditions and the disclaimer as above.";
  return `/*\nMapLibre GL JS\n\n${maplibre.replaceAll("*/", "* /")}\n\n${pmtiles}\n*/`;
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
const common = { bundle: true, minify: true, format: "esm", target: "es2022", logLevel: "warning" };
await build({ ...common, entryPoints: [join(console_, "src/map/main.ts")], outfile: join(dist, "map.js") });
await build({ ...common, entryPoints: [join(console_, "src/map/engine.ts")], outfile: join(dist, "map-engine.js"), legalComments: "none", banner: { js: await licences() } });
await cp(join(library, "maplibre-gl-worker.mjs"), join(dist, "map-worker.js"));
await cp(join(library, "maplibre-gl.css"), join(dist, "map.css"));
