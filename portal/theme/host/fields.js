// What a host writes of itself, by the same rules as portal/verify/fields.py. `fields` is that file's list, which the
// page carries: [{name, kind, longest, required, label, help}].

import { CHECKS, clean } from "./kinds.js";

const GROUP = "local";
const LINK = /[^+0-9]/g;
const UNKNOWN = "n’est pas un champ connu. Retirez-le ou corrigez son nom.";

export const flat = (name) => name.replace(".", "_");

/** {values, faults}: by the name of their field, cleaned, every field present; faults are [name, sentence]. */
export function read(fields, data) {
  const faults = [];
  const given = flattened(data, faults);
  for (const name of given.keys()) if (!fields.some((field) => field.name === name)) faults.push([name, UNKNOWN]);
  const values = {};
  for (const field of fields) {
    const [value, fault] = one(field, given.get(field.name));
    if (fault) faults.push([field.name, fault]);
    values[field.name] = fault ? empty(field) : value;
  }
  const desk = fields.filter(({ name }) => name.startsWith(`${GROUP}.`));
  if (desk.some(({ name }) => filled(given.get(name)))) {
    for (const name of [`${GROUP}.nom`, `${GROUP}.vu_le`]) {
      if (!filled(given.get(name))) faults.push([name, "manque. Écrivez-le : la permanence serait sans nom ou sans date."]);
    }
  }
  return { values, faults };
}

function one(field, given) {
  const [value, fault] = clean(field.kind, given);
  if (fault || !value.length) return [value, fault];
  const wrong = CHECKS[field.kind](value);
  if (wrong) return [value, wrong];
  const signs = Array.from(value).length;
  if (signs > field.longest) return [value, `a ${signs} signes. Gardez-en ${field.longest} au plus.`];
  return [value, field.name === "site" && !value.endsWith("/") ? "ne finit pas par une barre oblique. Ajoutez-la." : ""];
}

/** The names of the required fields that are empty. */
export const missing = (fields, values) => fields.filter(({ name, required }) => required && !values[name].length).map(({ name }) => name);

/** The one writing of `values`: the text of local/miroir.json. */
export function canonical(fields, values) {
  const data = {};
  for (const { name } of fields) {
    const [group, key] = name.split(".");
    if (key) (data[group] ??= {})[key] = values[name];
    else data[name] = values[name];
  }
  return `${JSON.stringify(data, null, 1)}\n`;
}

/** What templates may name: see for_templates in fields.py. */
export function forTemplates(fields, values) {
  const texts = {};
  for (const { name, kind } of fields) {
    texts[flat(name)] = kind === "languages" ? values[name].join(", ") : values[name];
    if (kind === "phone") texts[`${flat(name)}_lien`] = values[name].replace(LINK, "");
  }
  texts.couleur_hex = values.couleur.replace(/^#+/, "");
  texts.local_vu_le_texte = values["local.vu_le"].split("-").reverse().join("/");
  texts.permanence = values["local.nom"];
  return texts;
}

function flattened(data, faults) {
  const given = new Map();
  if (!isMapping(data)) {
    faults.push(["", "Le fichier ne contient pas de champs « nom : valeur ». Repartez du modèle."]);
    return given;
  }
  for (const [name, value] of Object.entries(data)) {
    if (name.includes(".")) faults.push([name, UNKNOWN]);
    else if (name !== GROUP) given.set(name, value);
  }
  const group = data[GROUP];
  if (isMapping(group)) for (const [name, value] of Object.entries(group)) given.set(`${GROUP}.${name}`, value);
  else if (group !== undefined && group !== null && group !== "") faults.push([GROUP, "doit contenir nom, adresse, horaires, telephone, acces, vu_le."]);
  return given;
}

const isMapping = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
// As Python takes a value for true: an empty list is not.
const filled = (value) => (typeof value === "object" && value !== null ? Object.keys(value).length > 0 : Boolean(value));
const empty = (field) => (field.kind === "languages" ? [] : "");
