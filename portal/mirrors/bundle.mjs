// Joins an ES module and what it imports into one classic script: browsers refuse modules on pages opened from a disk.
// Reads one JSON object on standard input: {entry: path of the module, modules: folder node_modules}; prints the script.
// Comments but licences go, and so does what nothing uses. Our names stay, so that a person can read the script; those of
// npm's packages, which lock files pin, are shortened.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, resolve } from "node:path";

const job = JSON.parse(readFileSync(0, "utf8"));
const require = createRequire(resolve(job.modules, "x.js"));
const acorn = require("acorn");
const { minify } = require("terser");

const modules = new Map();
const order = [];
const licences = /^!|licen[cs]e/i;
await add(resolve(job.entry), []);
const joined = order.map(wrapped).join("\n");
const options = {
  ecma: 2020,
  mangle: false,
  compress: { defaults: false, unused: true, dead_code: true, side_effects: true, passes: 4 },
  format: { ecma: 2020, beautify: true, indent_level: 1, comments: licences },
};
const { code } = await minify(`(() => {\n"use strict";\n${joined}\n})();`, options);
process.stdout.write(`${code}\n`);

/** Reads the module `file` and, before it, what it imports; `above` are the modules that led here. */
async function add(file, above) {
  if (above.includes(file)) throw new Error(`${file}: imports itself through ${above.at(-1)}`);
  if (modules.has(file)) return;
  const text = await source(file);
  const found = { name: `${basename(file).replace(/\W/g, "_")}_${modules.size}`, text, cuts: [], imports: [], exports: new Map(), used: new Set(), whole: false };
  modules.set(file, found);
  for (const node of acorn.parse(text, { ecmaVersion: "latest", sourceType: "module" }).body) {
    if (node.type === "ImportDeclaration") await imported(node, file, found, above);
    else if (node.type === "ExportNamedDeclaration") exported(node, file, found);
    else if (node.type.startsWith("Export")) throw new Error(`${file}: ${node.type} is not joined. Export by name.`);
  }
  order.push(found);
}

async function source(file) {
  const text = readFileSync(file, "utf8");
  if (!file.includes("/node_modules/")) return text;
  return (await minify(text, { module: true, ecma: 2020, format: { comments: licences, preserve_annotations: true } })).code;
}

async function imported(node, file, found, above) {
  const name = node.source.value;
  const target = name.startsWith(".") ? resolve(dirname(file), name) : require.resolve(name);
  await add(target, [...above, file]);
  const other = modules.get(target);
  for (const { type, local, imported: wanted } of node.specifiers) {
    if (type === "ImportDefaultSpecifier") throw new Error(`${file}: default import of ${name} is not joined.`);
    if (type === "ImportNamespaceSpecifier") other.whole = true;
    else other.used.add(wanted.name);
    found.imports.push(type === "ImportNamespaceSpecifier" ? `const ${local.name} = ${other.name};` : `const { ${wanted.name}: ${local.name} } = ${other.name};`);
  }
  found.cuts.push([node.start, node.end]);
}

function exported(node, file, found) {
  if (node.source) throw new Error(`${file}: exports again what it imports: not joined.`);
  if (!node.declaration) {
    for (const { local, exported: name } of node.specifiers) found.exports.set(name.name, local.name);
    found.cuts.push([node.start, node.end]);
    return;
  }
  const { declaration } = node;
  const names = declaration.declarations ? declaration.declarations.map(({ id }) => id.name) : [declaration.id.name];
  for (const name of names) found.exports.set(name, name);
  found.cuts.push([node.start, declaration.start]);
}

function wrapped(found) {
  const missing = [...found.used].filter((name) => !found.exports.has(name));
  if (missing.length) throw new Error(`${found.name}: no export ${missing.join(", ")}`);
  let text = "";
  let at = 0;
  for (const [start, end] of found.cuts) {
    text += found.text.slice(at, start);
    at = end;
  }
  text += found.text.slice(at);
  const kept = [...found.exports].filter(([name]) => found.whole || found.used.has(name));
  const given = kept.map(([name, local]) => `${name}: ${local}`).join(", ");
  return `const ${found.name} = (() => {\n${found.imports.join("\n")}\n${text}\nreturn { ${given} };\n})();`;
}
