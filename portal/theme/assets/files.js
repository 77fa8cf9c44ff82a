// Files and the clipboard: everything is made here, and nothing is kept.

import { el } from "./dom.js";
import { word } from "./kit.js";

/** Hands `content` (text or bytes) to the reader as a file. Names are neutral: they stay in the list of downloads. */
export function download(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the address only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export const bytes = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** Copies `text`; where the browser refuses, shows it in `place`, selected. Returns what to tell the reader. */
export async function copyText(text, place) {
  place.replaceChildren();
  try {
    await navigator.clipboard.writeText(text);
    return word("copied");
  } catch {
    // No clipboard on a plain http copy of the site, or refused by the reader.
  }
  const field = el("textarea", { readonly: "", rows: "6", spellcheck: "false", autocomplete: "off" });
  field.value = text;
  place.replaceChildren(el("label", { class: "small" }, word("to_copy"), field));
  field.focus();
  field.select();
  return word("select");
}
