// Cuts from Pyodide's glue what nothing reaches, then lets terser remove the rest and shorten names.
// Reads one JSON object on standard input:
//   modules   folder node_modules
//   glue      path of pyodide.asm.js
//   loader    path of pyodide.mjs, whose names count as used
//   imports   names the WebAssembly imports
//   exports   names it exports
//   addresses names among imports that it wants the address of: their signature stays
//   target    folder for the two files, same names
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";

const job = JSON.parse(readFileSync(0, "utf8"));
const require = createRequire(join(job.modules, "x.js"));
const acorn = require("acorn");
const { minify } = require("terser");
const imports = new Set(job.imports);
const exported = new Set(job.exports);
const addresses = new Set(job.addresses);

const glue = readFileSync(job.glue, "utf8");
const loader = readFileSync(job.loader, "utf8");
const tree = acorn.parse(glue, { ecmaVersion: "latest" });
const body = moduleFunctionOf(tree).body.body;
const cuts = [];
// Stack switching, which the checker never asks for: where a browser has it, Pyodide would start in another way than
// the one that was recorded.
const SWITCHING = new Set(["newJspiSupported", "oldJspiSupported"]);

walk(tree, ({ type, id, init }) => {
  if (type === "VariableDeclarator" && SWITCHING.has(id.name)) cuts.push([init.start, init.end, "false"]);
});
for (const statement of body) {
  if (statement.type === "ExpressionStatement") visitExpression(statement);
  if (statement.type === "VariableDeclaration") statement.declarations.forEach(visitDeclaration);
  if (statement.type === "FunctionDeclaration" && statement.id.name === "applySignatureConversions") {
    cutWrappers(statement.body.body);
  }
}

const options = { ecma: 2020, compress: { passes: 3, ecma: 2020 }, mangle: true };
let text = cut(glue, cuts);
// Each round frees names that only dead code mentioned.
for (let round = 0; round < 3; round += 1) {
  text = (await minify(dropRegistrations(text), options)).code;
}
writeFileSync(join(job.target, basename(job.glue)), text + "\n");
const module = (await minify(loader, { ...options, module: true })).code;
writeFileSync(join(job.target, basename(job.loader)), module + "\n");

function visitExpression(statement) {
  const { expression } = statement;
  if (expression.type !== "AssignmentExpression" || expression.left.type !== "MemberExpression") return;
  const { object, property, computed } = expression.left;
  // f.sig = "ii": read only to put f in the table of functions.
  const owner = object.name?.replace(/^_/, "");
  if (!computed && property.name === "sig" && !addresses.has(owner)) cuts.push([statement.start, statement.end, ""]);
}

function visitDeclaration({ id, init }) {
  if (id.name === "wasmImports") {
    const members = init.properties.filter((entry) => !imports.has(entry.key.name ?? entry.key.value));
    for (const entry of members) cuts.push([entry.start, after(entry.end), ""]);
  }
  const source = init && lastValue(init);
  // var _f = Module["_f"] = wasmExports["f"], where there is no such export any more.
  if (isMember(source, "wasmExports") && !exported.has(source.property.value)) {
    cuts.push([source.start, source.end, "undefined"]);
  }
}

/* wasmExports["f"] = makeWrapper(wasmExports["f"]) */
function cutWrappers(statements) {
  for (const { start, end, expression } of statements) {
    const target = expression?.type === "AssignmentExpression" && expression.left;
    if (target && isMember(target, "wasmExports") && !exported.has(target.property.value)) cuts.push([start, end, ""]);
  }
}

/* Module["name"] = value, where nobody reads that name: what remains is the value. */
function dropRegistrations(code) {
  const root = acorn.parse(code, { ecmaVersion: "latest" });
  const written = [];
  const read = new Set(loader.match(/[\w$]+/g));
  const moduleName = moduleParameter(root);
  walk(root, (node, parent) => {
    if (node.type === "MemberExpression") {
      const name = node.computed ? node.property.value : node.property.name;
      const writes = parent?.type === "AssignmentExpression" && parent.left === node && parent.operator === "=";
      if (writes && node.object.name === moduleName && typeof name === "string") written.push({ name, parent });
      else if (typeof name === "string") read.add(name);
    }
    if (node.type === "Literal" && typeof node.value === "string" && parent?.type !== "MemberExpression") read.add(node.value);
    if (node.type === "Property" && parent?.type === "ObjectPattern") read.add(node.key.name ?? node.key.value);
  });
  const edits = written.filter(({ name }) => !read.has(name) && !addresses.has(name));
  const removed = edits.map(({ parent }) => [parent.left.start, parent.right.start, ""]);
  return cut(code, removed);
}

function moduleParameter(root) {
  const returned = moduleFunctionOf(root);
  const first = returned.body.body.find((node) => node.type === "VariableDeclaration");
  const parameter = returned.params[0].left?.name ?? returned.params[0].name;
  const alias = first.declarations.find(({ init }) => init?.name === parameter);
  return alias ? alias.id.name : parameter;
}

/* The async function that holds the whole glue. */
function moduleFunctionOf(root) {
  let found = null;
  walk(root, (node) => {
    const isFunction = node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression";
    if (!found && isFunction && node.async && node.params.length === 1) found = node;
  });
  return found;
}

function lastValue(node) {
  return node.type === "AssignmentExpression" ? lastValue(node.right) : node;
}

function isMember(node, object) {
  return node?.type === "MemberExpression" && node.object.name === object && node.property.type === "Literal";
}

function after(place) {
  return glue[place] === "," ? place + 1 : place;
}

function walk(node, visit, parent = null) {
  if (!node || typeof node.type !== "string") return;
  visit(node, parent);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) value.forEach((item) => walk(item, visit, node));
    else if (value && typeof value === "object") walk(value, visit, node);
  }
}

function cut(text, pieces) {
  let made = "";
  let place = 0;
  for (const [start, end, instead] of pieces.sort((a, b) => a[0] - b[0])) {
    if (start < place) continue;
    made += text.slice(place, start) + instead;
    place = end;
  }
  return made + text.slice(place);
}
