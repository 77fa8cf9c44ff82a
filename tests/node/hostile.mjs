// What the scripts of the pages make of hostile files: [[reader, base64], …] in, one outcome each out: "read", "refused",
// or the stack of an error that nobody foresaw. Arguments: the folders of the scripts of the readers, and of the hosts.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [assets, host] = process.argv.slice(2);
const load = (folder, name) => import(new URL(name, pathToFileURL(`${folder}/`)));
const { understand } = await load(assets, "resume.js");
const { readZip } = await load(host, "zip.js");
const { Place, Unreadable } = await load(host, "place.js");
const { pathFault } = await load(host, "paths.js");
const { readManifest, readSizes } = await load(host, "manifest.js");
const { readSet } = await load(host, "keys.js");
const { readStatement } = await load(host, "statement.js");
const { BadSignature, check } = await load(host, "sshsig.js");
const { clean } = await load(host, "kinds.js");
const { decode } = await load(host, "text.js");

const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";
const known = {
  questions: new Map([["document", { title: "Document", options: ["api", "?"] }]]),
  dates: new Set(["depot", "expiration", "aujourd_hui"]),
};
const text = (bytes) => new TextDecoder().decode(bytes);
const sure = (right) => {
  if (!right) throw new Error("a promise is not kept");
};

// Each returns whether the file was read, and throws only what those that call it catch.
const readers = {
  answers(bytes) {
    const found = understand(text(bytes), known);
    if (!found) return false;
    sure([...found.refused, found.edition].every((said) => typeof said === "string" && said.length <= 60) && found.refused.length <= 40);
    sure(Object.entries(found.answers).every(([id, option]) => known.questions.get(id).options.includes(option)));
    sure(Object.entries(found.dates).every(([id, day]) => known.dates.has(id) && /^\d{4}-\d\d-\d\d$/.test(day)));
    return true;
  },
  async zip(bytes) {
    let found;
    try {
      const { entries, faults } = await readZip(new Blob([bytes]));
      found = new Place(entries, faults);
    } catch (error) {
      if (error instanceof Unreadable) return false;
      throw error;
    }
    for (const [path, file] of found.files) {
      sure(!pathFault(path));
      let given = 0;
      try {
        for await (const chunk of file.chunks()) given += chunk.length;
      } catch {
        // Told as an altered file.
      }
      sure(given <= file.size);
    }
    return true;
  },
  statement: (bytes) => Boolean(readStatement(bytes).statement),
  manifest: foreseen((bytes) => [...readManifest(bytes).keys()].forEach((path) => sure(!pathFault(path)))),
  sizes: foreseen((bytes) => sure([...readSizes(bytes).values()].every((size) => size >= 0))),
  keys: foreseen((bytes) => sure(readSet(decode(bytes), 1).keys.length >= 1)),
  signature(bytes) {
    try {
      check(text(bytes), new Uint8Array(3), "droits-en-attente-edition", KEY);
      return true;
    } catch (error) {
      if (error instanceof BadSignature) return false;
      throw error;
    }
  },
  field: (bytes) => ["text", "phone", "mail", "address_https", "colour", "date", "file"].map((kind) => clean(kind, text(bytes))).some(([, fault]) => !fault),
};

/** Those whose callers take any error for a file of another form; a promise that is not kept is no such error. */
function foreseen(read) {
  return (bytes) => {
    try {
      read(bytes);
      return true;
    } catch (error) {
      if (error.message === "a promise is not kept") throw error;
      return false;
    }
  };
}

const outcomes = [];
for (const [name, base64] of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    outcomes.push((await readers[name](new Uint8Array(Buffer.from(base64, "base64")))) ? "read" : "refused");
  } catch (error) {
    outcomes.push(error.stack ?? String(error));
  }
}
process.stdout.write(JSON.stringify(outcomes));
