// The part that is not signed, made again from what the host says of itself and compared: it can hold no script, no
// tracker and no law of its own.

import { brandedFiles, DATA, dropped, FOLDER, gone, TEMPLATES } from "./branding.js";
import { canonical, read as readFields } from "./fields.js";
import { sha256 } from "./hash.js";
import { LOGO_LONGEST, logoSuffix } from "./kinds.js";
import { breathe } from "./pause.js";
import { decode, encode, same } from "./text.js";

const error = (code, path, message) => ({ level: "error", code, path, message });
const none = () => false;

/** {faults, replaced(path)}: whether a signed file may be replaced or removed, and was checked here. `fields` as in
 * fields.js; `read(path)` gives a file's bytes or null. */
export async function compareLocal(place, fields, { listed, beside }, read) {
  const { templates, altered } = await signedTemplates(listed, read);
  if (altered) return { faults: [error("local", altered, "Modèle changé : ce que l’hébergeur dit de lui-même ne peut pas être comparé.")], replaced: none };
  const bytes = await read(DATA);
  if (!bytes) return { faults: [error("local", DATA, "Manque : on ne sait pas ce que l’hébergeur a le droit d’écrire.")], replaced: none };
  const { values, fault } = hostValues(fields, bytes);
  if (fault) return { faults: [error("local", DATA, fault)], replaced: none };
  const { logo, wrong } = await logoOf(values, read);
  if (wrong) return { faults: [error("local", FOLDER + values.logo, wrong)], replaced: none };
  const release = [...listed.keys(), ...beside.keys()];
  const languages = dropped(templates, values);
  const replaced = (path) => gone(path, languages);
  let made;
  try {
    made = await brandedFiles(fields, templates, values, logo, release);
  } catch {
    return { faults: [error("local", TEMPLATES, "Modèles que cette page ne sait pas remplir : prenez la page verifier.html de la même édition.")], replaced };
  }
  return { faults: await differences(place, made, replaced, read), replaced };
}

/** {templates} of the signed models of the copy, or {altered}: the first that is not what was signed. */
async function signedTemplates(listed, read) {
  const templates = new Map();
  for (const [path, hash] of listed) {
    if (!path.startsWith(TEMPLATES)) continue;
    const bytes = await read(path);
    if (!bytes || (await sha256(bytes)) !== hash) return { altered: path };
    templates.set(path.slice(TEMPLATES.length), decode(bytes));
  }
  return { templates };
}

function hostValues(fields, bytes) {
  let data;
  try {
    data = JSON.parse(decode(bytes));
  } catch {
    return { fault: "Illisible : ce n’est pas ce que la page formulaire.html ou la commande mirror écrivent." };
  }
  const { values, faults } = readFields(fields, data);
  if (faults.length) return { fault: `« ${faults[0][0]} » ${faults[0][1]}` };
  if (!same(encode(canonical(fields, values)), bytes)) return { fault: "Écrit autrement que par la page formulaire.html ou la commande mirror. Refaites-le avec elles." };
  return { values };
}

async function logoOf(values, read) {
  if (!values.logo) return { logo: null };
  const logo = await read(FOLDER + values.logo);
  if (!logo) return { wrong: "Le logo manque." };
  if (logo.length > LOGO_LONGEST) return { wrong: "Le logo pèse trop lourd." };
  return values.logo.endsWith(logoSuffix(logo) || "?") ? { logo } : { wrong: "Ce n’est pas l’image que dit son nom." };
}

async function differences(place, made, replaced, read) {
  const faults = [];
  for (const [path, bytes] of made) {
    await breathe();
    const file = place.files.get(path);
    if (!file) faults.push(error("local", path, "Manque : l’hébergeur devait l’écrire."));
    else if (file.size !== bytes.length || !same((await read(path)) ?? [], bytes)) faults.push(error("local", path, "Contient autre chose que ce que l’hébergeur a le droit d’écrire."));
  }
  for (const path of place.files.keys()) {
    if (made.has(path)) continue;
    if (path.startsWith(FOLDER)) faults.push(error("extra", path, "Fichier en trop : l’hébergeur n’a pas le droit de l’ajouter."));
    else if (replaced(path)) faults.push(error("extra", path, "Fichier en trop : sa langue est retirée de cette copie."));
  }
  return faults;
}
