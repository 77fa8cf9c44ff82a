// Says what is wrong: above the form, as links, and beside each field.

import { at, el, spaced } from "./dom.js";
import { flat } from "./fields.js";

const place = (name) => at(`champ-${flat(name)}`);

/** Shows `faults` ([name of a field, sentence]); puts the hand on the summary when there are some. */
export function showFaults(fields, faults) {
  for (const { name } of fields) {
    const sentences = faults.filter(([field]) => field === name).map(([, sentence]) => sentence);
    const error = at(`erreur-${flat(name)}`);
    error.textContent = spaced(sentences.map((sentence) => `Ce champ ${sentence}`).join(" "));
    error.hidden = !sentences.length;
    if (sentences.length) place(name).setAttribute("aria-invalid", "true");
    else place(name).removeAttribute("aria-invalid");
  }
  const lines = faults.map(([name, sentence]) => {
    const field = fields.find((one) => one.name === name);
    return el("li", {}, field ? link(field, sentence) : `« ${name} » ${sentence}`);
  });
  at("erreurs-liste").replaceChildren(...lines);
  at("erreurs").hidden = !faults.length;
  if (faults.length) at("erreurs").focus();
}

function link({ name, label }, sentence) {
  const node = el("a", { href: `#${place(name).id}` }, `« ${label} » ${sentence}`);
  node.addEventListener("click", (event) => {
    event.preventDefault();
    place(name).focus();
  });
  return node;
}
