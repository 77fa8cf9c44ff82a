// The scripts of the host's form, asked line by line: [name, …arguments] in, JSON out. Argument: the folder of the scripts.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const load = (name) => import(new URL(name, pathToFileURL(`${process.argv[2]}/`)));
const { clean } = await load("kinds.js");
const { forTemplates, missing, read } = await load("fields.js");
const { render } = await load("filling.js");
const { brandedFiles } = await load("branding.js");
const { mirrorYaml } = await load("yaml.js");
const { darker } = await load("colour.js");

const base64 = (bytes) => Buffer.from(bytes).toString("base64");
const calls = {
  clean,
  darker,
  read,
  yaml: mirrorYaml,
  said: (fields, values) => [forTemplates(fields, values), missing(fields, values)],
  render: (path, template, values) => {
    try {
      return render(path, template, values);
    } catch {
      return null;
    }
  },
  brand: async (fields, templates, values, logo, release) => {
    const made = await brandedFiles(fields, new Map(Object.entries(templates)), values, Buffer.from(logo, "base64"), release);
    return Object.fromEntries([...made].map(([path, bytes]) => [path, base64(bytes)]));
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...rest] = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(await calls[name](...rest))}\n`);
}
