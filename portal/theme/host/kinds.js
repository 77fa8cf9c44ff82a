// How each kind of field is cleaned and checked: same values and same sentences as portal/verify/kinds.py.

import { darker, readable } from "./colour.js";

export const LOGO_LONGEST = 200_000; // bytes

const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff\u{e0000}-\u{e0fff}]/u;
const EDGES = " \t\r\n\u00a0\u202f";
const PHONE = /^\+?[0-9][0-9 .()-]{2,}$/;
const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const MAIL = new RegExp(`^[A-Za-z0-9._+-]{1,64}@(?:${LABEL}\\.)+[A-Za-z][A-Za-z0-9-]{1,61}$`);
const ADDRESS = /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?\/[A-Za-z0-9._~!$&()*+,;=:@%/?-]*$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z]{2,8})?$/;
const FILE = /^[A-Za-z0-9_-][A-Za-z0-9._-]*\.(?:png|webp)$/i;
const COLOUR = /^#[0-9a-f]{6}$/;

/** [value as miroir.json writes it, the sentence of its fault or ""]. */
export function clean(kind, value) {
  if (kind === "languages") return languages(value);
  if (value === null || value === undefined) return ["", ""];
  if (typeof value !== "string") return ["", "n’est pas un texte. Mettez-le entre guillemets."];
  let text = trimmed(value.normalize("NFC"));
  if (HIDDEN.test(text)) return ["", "contient un retour à la ligne ou un signe invisible. Écrivez-le à nouveau, sur une ligne."];
  if (kind === "phone") text = text.replace(/[\u00a0\u202f]/g, " ");
  if (kind === "colour") text = text.toLowerCase();
  if (kind === "file" && FILE.test(text)) text = `logo${text.slice(text.lastIndexOf(".")).toLowerCase()}`;
  return [text, ""];
}

/** `text` without spaces at its ends. A pattern would start again at each space of a long row. */
function trimmed(text) {
  let [from, to] = [0, text.length];
  while (from < to && EDGES.includes(text[from])) from += 1;
  while (to > from && EDGES.includes(text[to - 1])) to -= 1;
  return text.slice(from, to);
}

/** The suffix ".png" or ".webp" by the first bytes of a file; "" for anything else. */
export function logoSuffix(bytes) {
  const starts = (text, at) => Array.from(text).every((sign, index) => bytes[at + index] === sign.charCodeAt(0));
  if (starts("\x89PNG\r\n\x1a\n", 0)) return ".png";
  return starts("RIFF", 0) && starts("WEBP", 8) ? ".webp" : "";
}

function languages(value) {
  if (value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length)) return [[], ""];
  if (!Array.isArray(value) || !value.every((code) => typeof code === "string")) return [[], "n’est pas une liste. Écrivez par exemple : [fr, ar, en]."];
  const others = new Set(value);
  others.delete("fr");
  return [["fr", ...[...others].sort()], ""];
}

function colour(value) {
  if (!COLOUR.test(value)) return "n’est pas une couleur. Écrivez « # » et six chiffres de 0 à f, par exemple #1f3a93.";
  return readable(value) ? "" : `est trop clair : un texte blanc ne s’y lit pas. Prenez ${darker(value)}, la même en plus sombre.`;
}

function date(value) {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const made = new Date(0);
  // Date.UTC takes year 26 for 1926.
  made.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const right = Number(year) > 0 && made.getUTCMonth() === Number(month) - 1 && made.getUTCDate() === Number(day);
  return right ? "" : "n’est pas une date. Écrivez AAAA-MM-JJ.";
}

function codes(value) {
  const wrong = value.find((code) => !LANGUAGE.test(code));
  return wrong === undefined ? "" : `contient « ${wrong} », qui n’est pas un code de langue. Écrivez par exemple : [fr, ar].`;
}

/** Kind → the sentence of what is wrong in a value that is not empty, or "". */
export const CHECKS = {
  text: () => "",
  phone: (value) => (PHONE.test(value) ? "" : "n’est pas un numéro de téléphone. Écrivez des chiffres et des espaces, « + » devant un indicatif."),
  mail: (value) => (MAIL.test(value) ? "" : "n’est pas une adresse de courriel. Écrivez nom@domaine, sans accent."),
  address_https: (value) => (ADDRESS.test(value) && !`${value}/`.includes("/../") ? "" : "n’est pas une adresse https. Écrivez https://, le domaine en minuscules, puis une barre oblique."),
  colour,
  date,
  languages: codes,
  file: (value) => (FILE.test(value) ? "" : "n’est pas le nom d’un fichier PNG ou WebP. Donnez un nom simple, par exemple logo.png."),
};
