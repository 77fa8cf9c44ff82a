// The file and the link that carry answers: the reader's own doing, each with its warning.

import { el, show, word } from "./dom.js";
import { vocabulary } from "./form.js";
import { carried, link, understand, write } from "./resume.js";

const $ = (id) => document.getElementById(id);
// Says nothing of what it holds.
const FILE = "notes.json";
const REST = 60_000;

/** Saves `given` as a file. */
export function save(given, edition) {
  const address = URL.createObjectURL(new Blob([write(given, edition)], { type: "application/json" }));
  el("a", { href: address, download: FILE }).click();
  setTimeout(() => URL.revokeObjectURL(address), REST);
}

/** Shows the link that carries `given`. */
export function offer(given, edition) {
  const field = $("lien-adresse");
  field.value = link(given, edition);
  show($("lien-avertissement"), false);
  show($("lien-fait"), true);
  field.focus();
  field.select();
}

export async function copy() {
  $("lien-adresse").select();
  try {
    await navigator.clipboard.writeText($("lien-adresse").value);
    $("lien-etat").textContent = word("copied");
  } catch {
    $("lien-etat").textContent = word("copy_by_hand");
  }
}

/** Takes back the link: it no longer says what the form does. */
export function withdraw() {
  $("lien-adresse").value = $("lien-etat").textContent = "";
  show($("lien-fait"), false);
}

export function forget() {
  withdraw();
  for (const id of ["lien-avertissement", "lien-recu", "refus"]) show($(id), false);
}

/** What the text of a file says, or null when it is not such a file. */
export const understood = (form, text) => understand(text, vocabulary(form));

/** Tells what of a file could not be used; `found` is what `understood` gave, `edition` that of this page. */
export function report(found, edition) {
  const problems = found ? found.refused : [];
  if (found && found.edition !== edition) problems.push(word("other_edition"));
  $("refus").querySelector("p + p").textContent = word(found ? "partly_opened" : "not_opened");
  $("refus").querySelector("ul").replaceChildren(...problems.map((problem) => el("li", null, problem)));
  show($("refus"), !found || problems.length > 0);
  if (!$("refus").hidden) $("refus").focus();
}

/** Takes the answers of the address away from it, and asks before using them. */
export function received(use) {
  const text = carried();
  if (text === null) return;
  show($("lien-recu"), true);
  $("lien-recu").focus();
  const close = (then) => () => {
    show($("lien-recu"), false);
    then();
  };
  $("lien-oui").onclick = close(() => use(text));
  $("lien-non").onclick = close(() => $("titre-accueil").focus());
}
