// Runs the page's own scripts on many cases at once. Arguments: the folder of the scripts, then files to read.
// Input: {"shift": [[day, [months, days]]], "asked": [{answers, dates, day}], "pages": [{answers, dates, day}]}.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [scripts, graphsFile, mapFile] = process.argv.slice(2);
const load = (name) => import(new URL(name, pathToFileURL(`${scripts}/`)));
const { shift } = await load("bands.js");
const { Graphs } = await load("graph.js");
const { pageOf } = await load("continue.js");

const graphs = new Graphs(readFileSync(graphsFile, "utf8"));
const map = mapFile ? JSON.parse(readFileSync(mapFile, "utf8")) : null;
const input = JSON.parse(readFileSync(0, "utf8"));
const found = {
  shift: (input.shift ?? []).map(([day, offset]) => shift(day, offset)),
  asked: (input.asked ?? []).map(({ answers, dates, day }) => graphs.ask(answers, dates, day)),
  pages: (input.pages ?? []).map(({ answers, dates, day }) => pageOf(map, graphs, { answers, dates }, day)),
};
process.stdout.write(JSON.stringify(found));
