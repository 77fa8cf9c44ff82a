// Sets of keys: from one that this page trusts to the newest of the copy, each signed by enough keys of the one before.

import { BadSignature, check, publicKey } from "./sshsig.js";
import { decode, encode, same } from "./text.js";

const FOLDER = "edition/cles";
const SIGNATURES = "edition/signatures/";
const SIGNERS = "edition/signataires";
const SETS = "droits-en-attente-cles";
const EDITIONS = "droits-en-attente-edition";
const ID = /^[a-z0-9-]{1,30}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOST_SETS = 999;

/** The file of set number `version`. */
export const setFile = (version) => `${FOLDER}/${String(version).padStart(4, "0")}.json`;

/** {format, version, threshold, keys: [{id, role, public, from, until}]} of a file's text; throws when it is none. */
export function readSet(text, version) {
  const found = JSON.parse(text);
  const { keys, threshold } = found;
  const right =
    found.format === 1 &&
    found.version === version &&
    Number.isInteger(threshold) &&
    Array.isArray(keys) &&
    threshold >= 1 &&
    threshold <= keys.length &&
    keys.every((key) => ID.test(key.id) && typeof key.role === "string" && typeof key.public === "string" && DATE.test(key.from) && DATE.test(key.until)) &&
    ["id", "public"].every((name) => new Set(keys.map((key) => key[name])).size === keys.length);
  if (!right) throw new TypeError("no set of keys");
  return found;
}

/** {set, faults}: the newest set of the copy that follows from `trusted` (texts of sets, in any order); `set` is null
 * when none does. `read(path)` gives the bytes of a file of the copy, or null. */
export async function newestSet(trusted, read) {
  const sets = trusted.map((text) => ({ text, set: readSet(text, JSON.parse(text).version) }));
  const start = sets.reduce((best, one) => (!best || one.set.version > best.set.version ? one : best), null);
  if (!start) return { set: null, faults: [fault("", "no-trust", "Cette page ne connaît aucune clé : elle ne peut pas dire qui a signé.")] };
  const path = setFile(start.set.version);
  const own = await read(path);
  if (!own) return { set: null, faults: [fault(path, "keys", "La copie n’a pas les clés que cette page connaît : elle est trop ancienne, ou fabriquée par d’autres.")] };
  if (!same(own, encode(start.text))) return { set: null, faults: [fault(path, "keys", "La copie a d’autres clés que celles que cette page connaît : elle a été fabriquée par d’autres.")] };
  let { set } = start;
  while (set.version < MOST_SETS) {
    const next = setFile(set.version + 1);
    const bytes = await read(next);
    if (!bytes) break;
    const { signers } = await signed(set, SETS, bytes, (id) => read(next.replace(/json$/, `${id}.sig`)));
    if (signers.length < set.threshold) return { set: null, faults: [fault(next, "keys", `Les nouvelles clés ne sont pas approuvées par assez d’anciennes (${signers.length} sur ${set.threshold}).`)] };
    try {
      set = readSet(decode(bytes), set.version + 1);
    } catch {
      return { set: null, faults: [fault(next, "keys", "Fichier de clés mal écrit.")] };
    }
  }
  return { set, faults: [] };
}

/** What lies beside the signatures and the sets of keys without being one, and a list of signatories that names others:
 * findings. `names`: the files of the copy. */
export async function strangers(set, names, read) {
  const found = [];
  for (const path of names) {
    if (path.startsWith(SIGNATURES) && !set.keys.some(({ id }) => path === `${SIGNATURES}${id}.sig`)) found.push(path);
    const [, version] = /^(\d{4})(\.[a-z0-9-]{1,30}\.sig|\.json)$/.exec(path.slice(FOLDER.length + 1)) ?? [];
    if (path.startsWith(`${FOLDER}/`) && !(Number(version) >= 1 && Number(version) <= set.version)) found.push(path);
  }
  const faults = found.map((path) => fault(path, "extra", "Fichier en trop : ce n’est pas une signature attendue."));
  const listed = set.keys.map((key) => `${key.id} namespaces="${EDITIONS}" ${key.public}\n`).join("");
  const own = names.includes(SIGNERS) ? await read(SIGNERS) : encode(listed);
  if (!own || !same(own, encode(listed))) faults.push(fault(SIGNERS, "altered", "Ne nomme pas les clés de ceux qui signent."));
  return faults;
}

/** {signers, refused}: the keys of `set` whose signature of the edition is good on `date`, and why others are not
 * ([id, reason]). */
export const editionSigners = (set, date, statement, read) =>
  signed(set, EDITIONS, statement, (id) => read(`${SIGNATURES}${id}.sig`), (key) => (key.from <= date && date <= key.until ? "" : "clé hors de ses dates"));

async function signed(set, namespace, message, signature, reason = () => "") {
  const signers = [];
  const refused = [];
  for (const key of set.keys) {
    const bytes = await signature(key.id);
    if (!bytes) continue;
    try {
      check(decode(bytes), message, namespace, key.public);
      const why = reason(key);
      if (why) refused.push([key.id, why]);
      else signers.push(key);
    } catch (error) {
      refused.push([key.id, error instanceof BadSignature ? error.message : "fichier illisible"]);
    }
  }
  return { signers: distinct(signers), refused };
}

/** Two lines with one key would count for two people. */
const distinct = (keys) => keys.filter((key, index) => keys.findIndex((other) => same(publicKey(other.public), publicKey(key.public))) === index);

const fault = (path, code, message) => ({ level: "error", code, path, message });
