// The languages that have translations here, and the one the reader chose: the cards and the letters share it.

import { el } from "./dom.js";
import { FRENCH, lang, word } from "./kit.js";

// The language of the page, unless the reader chooses another one.
const first = lang === FRENCH.lang ? "" : lang;
let chosen = first;

/** The code of the chosen language, among `codes`; empty: French only. */
export const language = (codes) => (codes.includes(chosen) ? chosen : "");

export const forgetLanguage = () => {
  chosen = first;
};

/** The name of a language in that language. */
export const named = (code) => {
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code);
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
};

/** A labelled list of `codes`; `change()` when the reader picks one. Null when there is nothing to choose. */
export function chooser(codes, label, change) {
  if (!codes.length) return null;
  const field = el("select", { autocomplete: "off" }, el("option", { value: "" }, word("french_only")), codes.map((code) => el("option", { value: code, lang: code }, named(code))));
  field.value = language(codes);
  field.addEventListener("change", () => {
    chosen = field.value;
    change();
  });
  return el("label", { class: "field" }, label, field);
}
