// What every paper to take away is made with: its words, its icons, its addresses, and where it says what happens.

import { words } from "./dates.js";
import { el } from "./dom.js";

export const { lang, dir } = document.documentElement;
/** What is handed to someone else is in French, whatever the language of the page. */
export const FRENCH = { lang: "fr", dir: "ltr" };
const body = document.getElementById("emporter-corps");
const SVG = "http://www.w3.org/2000/svg";

const address = (name) => new URL(body.dataset[name], location.href).href;
let texts = null;
let addresses = {};
let manifest = null;

async function json(url) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return response.json();
}

function style() {
  return new Promise((resolve, reject) => {
    const link = el("link", { rel: "stylesheet", href: new URL("takeaway.css", import.meta.url).href });
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => {
      link.remove();
      reject(new Error("takeaway.css"));
    });
    document.head.append(link);
  });
}

let loading = null;

/** Fetches what the papers need, once; after a failure the next call tries again. */
export function ready() {
  loading ??= fetched().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function fetched() {
  // Without the codes or the size, papers are still good: only the words and the look are needed.
  const codes = json(address("addresses")).catch(() => ({}));
  const sizes = json(`${address("runtime")}manifest.json`).catch(() => null);
  [texts, , addresses, manifest] = await Promise.all([json(address("words")), style(), codes, sizes]);
}

function filled(strings, key, holes) {
  if (!(key in strings)) throw new Error(`no string "${key}"`);
  return strings[key].replace(/\{(\w+)\}/g, (_, name) => holes[name]);
}

/** An interface string, its {holes} filled. An unknown key is a programming error. */
export const word = (key, holes = {}) => filled(texts.words, key, holes);

/** The same for what is printed on a paper in French. */
export const frenchWord = (key, holes = {}) => filled(texts.french ?? texts.words, key, holes);

/** "2026-11-05" in French words that stay on one line. */
export const frenchDay = (iso) => words(iso, FRENCH.lang).replaceAll(" ", "\u00a0");

export const edition = () => texts.edition;
export const verified = body.dataset.verified;

/** {url, rows} of a page ("travailler.html#donner"); without rows when its code is not there. */
export function place(page) {
  const name = page.split("#")[0];
  return addresses[name] ?? { url: `${texts.edition.site}${FRENCH.lang}/${name}`, rows: null };
}

/** What opening the letters downloads, in bytes, or null when unknown. */
export const lettersSize = () => manifest?.extras?.letters?.br ?? null;

/** An element of a drawing. */
export function drawn(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

export const icon = (name) =>
  drawn("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" }, drawn("path", { d: texts.icons[name] }));

export function button(text, action, attributes) {
  const node = el("button", { type: "button", ...attributes }, text);
  node.addEventListener("click", () => action(node));
  return node;
}

/** Says something to those who do not see it appear. */
export function say(text) {
  document.getElementById("emporter-annonce").textContent = text;
}

/** Puts the reading point on a heading or a panel that has just appeared. */
export function land(node) {
  node.tabIndex = -1;
  node.focus();
}
