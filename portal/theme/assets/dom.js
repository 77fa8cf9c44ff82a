// The only place that makes elements. Text enters as text, never as HTML.

import { western, words as browserWords } from "./dates.js";

const words = new Map();
for (const node of document.getElementById("mots").content.querySelectorAll("[data-mot]")) {
  words.set(node.dataset.mot, node.textContent);
}

/** Adds interface strings, {key: text}: those of the results come with Python. */
export function learn(found) {
  for (const [key, text] of Object.entries(found)) words.set(key, text);
}

/** An interface string, its {holes} filled. An unknown key is a programming error. */
export function word(key, holes = {}) {
  if (!words.has(key)) throw new Error(`no string "${key}"`);
  return words.get(key).replace(/\{(\w+)\}/g, (_, name) => holes[name]);
}

/** "2026-11-05" in the words of the page, which are those of the rules; in the browser's own until they are here. */
export function dayWords(iso) {
  if (!words.has("day_words")) return browserWords(iso, document.documentElement.lang);
  const [year, month, day] = iso.split("-").map(Number);
  return word("day_words", { day: day === 1 ? word("day_first") : day, month: word(`month_${month}`), year });
}

/** French spacing for texts that come from the rules. */
export const spaced = (text) => text.replace(/ (?=[;:!?»])/g, "\u00a0").replace(/« /g, "«\u00a0").replace(/(\p{L})'(?=\p{L}|«)/gu, "$1’");

/** An element with attributes and children; strings become text nodes, null children are left out. */
export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) node.setAttribute(name, value);
  for (const child of children.flat(2)) {
    if (child != null) node.append(typeof child === "string" ? spaced(child) : child);
  }
  return node;
}

/** A link that puts the hand on a field. The address stays as it is: the browser's history must not follow the form. */
export function jump(field, text) {
  const link = el("a", { href: `#${field.closest("[id]").id}` }, text);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    // One question at a time, its view must be shown first.
    field.dispatchEvent(new CustomEvent("reach", { bubbles: true }));
    // A field may stand in a question, in a group, or in a closed fold.
    for (let place = field; place; place = place.parentElement?.closest("[hidden], details")) {
      place.hidden = false;
      if (place.matches("details")) place.open = true;
    }
    field.focus();
  });
  return link;
}

/** A size as the site announces every size: rounded up. */
export const megabytes = (bytes) =>
  (Math.ceil(bytes / 1e5) / 10).toLocaleString(western(document.documentElement.lang), { minimumFractionDigits: 1, style: "unit", unit: "megabyte" });

/** A copy of what a <template> holds. */
export const copy = (id) => document.getElementById(id).content.cloneNode(true);

export const show = (node, visible) => {
  node.hidden = !visible;
};
