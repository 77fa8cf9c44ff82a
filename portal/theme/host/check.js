// The whole examination of a copy, in the order in which one thing lets the next be believed.

import { compareFiles } from "./files.js";
import { sha256, whole } from "./hash.js";
import { editionSigners, newestSet, strangers } from "./keys.js";
import { compareLocal } from "./local.js";
import { readManifest, readSizes } from "./manifest.js";
import { readStatement } from "./statement.js";
import { day } from "./text.js";

const STATEMENT = "edition/edition.json";
const LISTS = { manifest: "edition/MANIFEST.txt", compressed: "edition/MANIFEST-compresse.txt" };
const SIZES = "edition/tailles.json";
// The lists of ten thousand files weigh one million bytes.
const LARGEST = 16 * 2 ** 20;

const error = (code, path, message) => ({ level: "error", code, path, message });
const late = (code, message) => ({ level: "late", code, path: "", message });

/** {statement, signers, findings}. `trusted`: texts of sets of keys; `fields`: as in fields.js; `today`: ISO; `newest`: the number of an edition
 * known to be out, 0 when none is. `statement` is null when there is none. */
export async function examine(place, { trusted, fields, today, newest }, progress) {
  const findings = [...place.faults];
  const said = (...more) => ({ statement: null, signers: [], findings: [...findings, ...more] });
  const read = reader(place);
  const bytes = await read(STATEMENT);
  if (!bytes) return said(error("no-edition", STATEMENT, "Manque ou illisible : ce dossier n’est pas une copie entière du portail. Choisissez le dossier qui contient « edition », ou le .zip entier."));
  const { statement, fault } = readStatement(bytes);
  if (fault) return said(error("statement", STATEMENT, fault));
  const { signers, faults } = await signature(bytes, statement, trusted, place, read);
  findings.push(...faults, ...ages(statement, today, newest));
  const lists = await readLists(statement, read);
  findings.push(...lists.faults);
  if (lists.faults.length) return { statement, signers, findings };
  const own = await compareLocal(place, fields, lists, read);
  findings.push(...own.faults, ...(await compareFiles(place, { ...lists, replaced: own.replaced }, progress)));
  return { statement, signers, findings };
}

/** Reads small files of the copy; null for a missing or damaged one, or one that is too large to be what it should. */
const reader = (place) => async (path) => {
  const file = place.files.get(path);
  if (!file || file.size > LARGEST) return null;
  return whole(file).catch(() => null);
};

async function signature(bytes, statement, trusted, place, read) {
  const { set, faults } = await newestSet(trusted, read);
  if (!set) return { signers: [], faults };
  faults.push(...(await strangers(set, [...place.files.keys()], read)));
  const { signers, refused } = await editionSigners(set, statement.date, bytes, read);
  faults.push(...refused.map(([id, why]) => ({ level: "warning", code: "signature", path: `edition/signatures/${id}.sig`, message: `Signature de « ${id} » refusée : ${why}.` })));
  if (signers.length >= set.threshold) return { signers, faults };
  faults.unshift(error("signature", STATEMENT, `Pas assez de bonnes signatures : ${signers.length}, il en faut ${set.threshold}. L’édition n’a pas été approuvée, ou a été changée depuis.`));
  return { signers: [], faults };
}

function ages({ edition, date, expires }, today, newest) {
  const found = [];
  if (today > expires) found.push(late("expired", `Édition périmée depuis le ${day(expires)} : le droit a pu changer. Prenez l’édition suivante.`));
  if (edition < newest) found.push(late("behind", `Édition ${edition}, alors que l’édition ${newest} est parue. Prenez la plus récente.`));
  if (today < date) found.push({ level: "warning", code: "clock", path: "", message: `L’édition est datée du ${day(date)}, après la date de cet appareil : vérifiez l’horloge.` });
  return found;
}

/** {listed, beside, sizes, faults}: the lists, when they are those that the statement announces. */
async function readLists(statement, read) {
  const found = { faults: [] };
  for (const [name, path] of Object.entries(LISTS)) {
    const bytes = await read(path);
    if (!bytes) found.faults.push(error("missing", path, "Manque ou illisible : sans cette liste, rien ne peut être comparé."));
    else if ((await sha256(bytes)) !== statement[name]) found.faults.push(error("altered", path, "La liste des fichiers n’est plus celle qui a été signée."));
    else {
      try {
        found[name] = readManifest(bytes);
      } catch {
        found.faults.push(error("altered", path, "La liste des fichiers est mal écrite."));
      }
    }
  }
  if (found.faults.length) return found;
  const lists = { listed: found.manifest, beside: found.compressed, faults: found.faults };
  return { ...lists, ...(await readSize(statement, lists, read)) };
}

/** {sizes, faults}: the signed sizes, so that no file of another size is ever read. */
async function readSize(statement, { listed, beside }, read) {
  const bytes = await read(SIZES);
  const wrong = (message) => ({ faults: [error("altered", SIZES, message)] });
  if (!bytes) return wrong("Manque ou illisible : sans les tailles, rien ne peut être comparé.");
  if ((await sha256(bytes)) !== listed.get(SIZES)) return wrong("La liste des tailles n’est plus celle qui a été signée.");
  const sizes = readSizes(bytes).set(SIZES, bytes.length);
  const all = [...listed.keys()];
  const complete = [...all, ...beside.keys()].every((path) => sizes.has(path)) && sizes.size === all.length + beside.size;
  const sum = all.reduce((total, path) => total + (sizes.get(path) ?? 0), 0);
  return complete && all.length === statement.files && sum === statement.bytes ? { sizes, faults: [] } : wrong("Les listes ne vont pas ensemble.");
}
