// Small pieces that several parts of a result are made of.

import { copy, dayWords, el, word } from "./dom.js";

export const list = (items, tag = "ul") => (items?.length ? el(tag, null, items.map((item) => el("li", null, item))) : null);

export const titled = (key, ...content) => (content.some(Boolean) ? [el("h4", null, word(key)), ...content] : []);

/** A fold; null when it would hold nothing. */
export function fold(key, ...content) {
  const held = content.flat().filter(Boolean);
  return held.length ? el("details", { class: "why" }, el("summary", null, word(key)), held) : null;
}

/** A section named by its heading. */
export const section = (id, name, title, ...content) =>
  el("section", { class: name, "aria-labelledby": id }, el("h3", { id }, title), ...content);

function source(item) {
  const wording = item.confidence === "high" && !item.quote ? "high_unread" : item.confidence;
  const read = word(wording, { date: dayWords(item.read_on) });
  const note = item.state ? `${item.state.replace(/\.$/, "")}. ${read}` : read;
  return el(
    "li",
    null,
    el("p", { class: "source-name" }, el("cite", { lang: "fr", dir: "ltr" }, item.citation)),
    item.quote ? el("blockquote", { lang: "fr", dir: "ltr" }, el("p", null, item.quote)) : null,
    el("p", { class: `source-note confidence-${wording}` }, note),
  );
}

export const sources = (items) => (items?.length ? el("ul", { class: "source-list" }, items.map(source)) : null);

export function readMore(page, about, pages) {
  const link = { href: new URL(page, pages).href, "aria-label": `${word("read_more")}${word("colon")}${about}` };
  return el("a", link, word("read_more"));
}

export const steps = (items, pages) =>
  items?.length
    ? el("ol", null, items.map((item) => el("li", null, item.text, " ", item.page ? readMore(item.page, item.text, pages) : null)))
    : null;

export function warnings(items) {
  if (!items?.length) return null;
  const title = el("p", { class: "callout-title" }, copy("icone-attention"), word("warnings"));
  return el("div", { class: "callout warning", role: "note" }, title, list(items));
}

export const status = (id) => copy(`statut-${id}`);
export const statusName = (id) => status(id).textContent.trim();

/** "5 mars 2027" as an element that machines can read too. */
export const day = (iso, text) => el("time", { datetime: iso }, text ?? dayWords(iso));
