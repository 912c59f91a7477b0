/* Builds static/dist from assets: one style sheet, one script, the icon sprite, the fonts. Same input, same bytes.
   Also copies the document font (Tinos) to where the PDF adapter looks for it. Run by `npm run build`. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { PurgeCSS } from "purgecss";
import { keep } from "./tabler.js";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "../static/dist");
const modules = dirname(dirname(createRequire(import.meta.url).resolve("esbuild/package.json")));
const banner = "/*! Tabler (MIT), htmx (0BSD), Be Vietnam Pro (OFL-1.1) */";

/** Tabler writes every colour as light-dark(light, dark); the interface is light only and older browsers lack the function. */
function lightOnly(css) {
  const name = "light-dark(";
  for (let start = css.indexOf(name); start >= 0; start = css.indexOf(name, start)) {
    let depth = 1;
    let comma = -1;
    let end = start + name.length;
    for (; depth > 0; end++) {
      if (css[end] === "(") depth++;
      else if (css[end] === ")") depth--;
      else if (css[end] === "," && depth === 1 && comma < 0) comma = end;
    }
    css = css.slice(0, start) + css.slice(start + name.length, comma).trim() + css.slice(end);
  }
  return css;
}

/** The part of Tabler that tabler.js names, and only the custom properties that part uses. */
async function tabler() {
  const source = readFileSync(join(modules, "@tabler/core/dist/css/tabler.css"), "utf8");
  const [result] = await new PurgeCSS().purge({
    content: [{ raw: "", extension: "html" }],
    css: [{ raw: lightOnly(source) }],
    safelist: { standard: keep },
    variables: true,
    keyframes: true,
    fontFace: true,
  });
  return result.css;
}

const tablerPlugin = {
  name: "tabler",
  setup(bundler) {
    bundler.onResolve({ filter: /^tabler$/ }, () => ({ path: "tabler", namespace: "tabler" }));
    bundler.onLoad({ filter: /.*/, namespace: "tabler" }, async () => ({ contents: await tabler(), loader: "css" }));
  },
};

/** One <symbol> per line of icons.txt. */
function sprite() {
  const names = readFileSync(join(here, "icons.txt"), "utf8")
    .split("\n")
    .map((line) => line.split("#")[0].trim())
    .filter(Boolean);
  const symbols = names.map((name) => {
    const svg = readFileSync(join(modules, "@tabler/icons/icons/outline", `${name}.svg`), "utf8");
    const paths = [...svg.matchAll(/<path [^>]*>/g)].map((found) => found[0]).filter((path) => !path.includes("M0 0h24v24H0z"));
    return `<symbol id="${name}" viewBox="0 0 24 24">${paths.join("")}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">\n<!-- Tabler Icons, MIT -->\n${symbols.join("\n")}\n</svg>\n`;
}

function copyTinos() {
  const target = join(here, "../../adapters/pdf/fonts");
  const source = join(modules, "@expo-google-fonts/tinos");
  mkdirSync(target, { recursive: true });
  for (const style of ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"]) {
    copyFileSync(join(source, style, `Tinos_${style}.ttf`), join(target, `Tinos_${style}.ttf`));
  }
  copyFileSync(join(source, "LICENSE_FONT"), join(target, "LICENSE"));
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await build({
  entryPoints: [
    { in: join(here, "main.js"), out: "main" },
    { in: join(here, "main.css"), out: "main" },
  ],
  outdir: dist,
  bundle: true,
  minify: true,
  sourcemap: false,
  legalComments: "none",
  banner: { js: banner, css: banner },
  target: ["chrome109", "firefox115", "safari16"],
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]",
  plugins: [tablerPlugin],
  logLevel: "warning",
});
writeFileSync(join(dist, "icons.svg"), sprite());
copyTinos();
