// Answers that leave this page because the reader asks: a file, or a link that carries them in its fragment.
// What comes back is checked piece by piece and never trusted.

import { TODAY } from "./bands.js";
import { read } from "./dates.js";

const FORMAT = "droits-en-attente/reponses";
const VERSION = 1;
const MAXIMUM = 256_000;
const FRAGMENT = "#reponses=";
const SHOWN = 60;
const MOST_REFUSED = 40;

/** The text of a file of answers; `given` is {answers, dates, on}. */
export const write = (given, edition) =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, edition, ...given }, null, 1)}\n`;

/** The address of this page with the answers in its fragment, which no server receives. */
export function link(given, edition) {
  const bytes = new TextEncoder().encode(write(given, edition));
  const code = btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  return location.href.split("#")[0] + FRAGMENT + code;
}

/** The text that the address carries, or null; "" when it cannot be read. The address bar forgets it at once. */
export function carried() {
  if (!location.hash.startsWith(FRAGMENT)) return null;
  const code = location.hash.slice(FRAGMENT.length);
  history.replaceState(history.state, "", location.pathname + location.search);
  try {
    const bytes = Uint8Array.from(atob(code.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "";
  }
}

const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** A short text. Lists inside lists, put in words, would exhaust the stack. */
const plain = (value) => (["string", "number"].includes(typeof value) ? String(value).slice(0, SHOWN) : "");

function day(text) {
  const parts = typeof text === "string" && /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? (read(parts[3], parts[2], parts[1]).iso ?? null) : null;
}

/** {answers, dates, on, edition, refused} from the text of a file, or null when it is not such a file. `refused` names
 *  what could not be used, the first of it when there is much. `known` is the vocabulary of the form. */
export function understand(text, known) {
  if (text.length > MAXIMUM) return null;
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isTable(value) || value.format !== FORMAT || value.version !== VERSION) return null;
  const found = { answers: {}, dates: {}, on: undefined, edition: plain(value.edition), refused: [] };
  const refuse = (name) => found.refused.length < MOST_REFUSED && found.refused.push(plain(name));
  const entries = (name) => {
    if (isTable(value[name])) return Object.entries(value[name]);
    if (value[name] !== undefined) refuse(name);
    return [];
  };
  for (const [id, option] of entries("answers")) {
    const question = known.questions.get(id);
    if (question?.options.includes(option)) found.answers[id] = option;
    else refuse(question?.title ?? id);
  }
  for (const [id, written] of entries("dates")) {
    const iso = day(written);
    if (known.dates.has(id) && id !== TODAY && iso) found.dates[id] = iso;
    else refuse(id);
  }
  if (value.on !== undefined && value.on !== null) {
    if (day(value.on)) found.on = value.on;
    else refuse("on");
  }
  return found;
}
