// edition.json: what is signed. Read strictly: a statement of another form is refused, not guessed.

import { decode } from "./text.js";

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const HASH = /^[0-9a-f]{64}$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z]{2,8})?$/;
const whole = (value) => Number.isInteger(value) && value >= 0;
const CHECKS = {
  format: (value) => value === 1,
  name: (value) => value === "droits-en-attente",
  edition: (value) => whole(value) && value > 0,
  date: (value) => DATE.test(value),
  expires: (value) => DATE.test(value),
  languages: (value) => Array.isArray(value) && value.every((code) => LANGUAGE.test(code)),
  files: whole,
  bytes: whole,
  manifest: (value) => HASH.test(value),
  compressed: (value) => HASH.test(value),
};

/** {statement} of the bytes of edition.json, or {fault}: what is wrong, in French. */
export function readStatement(bytes) {
  let statement;
  try {
    statement = JSON.parse(decode(bytes));
  } catch {
    return { fault: "Illisible : le fichier qui décrit l’édition est abîmé." };
  }
  if (statement === null || typeof statement !== "object") return { fault: "Ce n’est pas la description d’une édition." };
  const wrong = Object.keys(CHECKS).filter((name) => !CHECKS[name](statement[name]));
  return wrong.length ? { fault: `Ce n’est pas une édition que cette page sait lire (${wrong.join(", ")}).` } : { statement };
}
