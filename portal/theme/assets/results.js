// Turns a response of checker.consult into elements. The static pages show the same, from theme/results.html.

import { copy, el, jump, word } from "./dom.js";
import { words } from "./dates.js";

const list = (items, tag = "ul") => (items.length ? el(tag, null, items.map((item) => el("li", null, item))) : null);
const titled = (key, ...content) => (content.some(Boolean) ? [el("h4", null, word(key)), ...content] : []);

function source(item, lang) {
  const wording = item.confidence === "high" && !item.quote ? "high_unread" : item.confidence;
  const read = word(wording, { date: words(item.read_on, lang) });
  const note = item.state ? `${item.state.replace(/\.$/, "")}. ${read}` : read;
  return el(
    "li",
    null,
    el("p", { class: "source-name" }, el("cite", null, item.citation)),
    item.quote ? el("blockquote", { lang: "fr" }, el("p", null, item.quote)) : null,
    el("p", { class: `source-note confidence-${wording}` }, note),
  );
}

function warnings(items) {
  if (!items.length) return null;
  const title = el("p", { class: "callout-title" }, copy("icone-attention"), word("warnings"));
  return el("div", { class: "callout warning", role: "note" }, title, list(items));
}

function until(limit) {
  if (!limit) return [];
  const text = limit.date ? el("strong", null, el("time", { datetime: limit.date }, limit.text)) : limit.text;
  const rule = limit.rule && limit.rule !== limit.text ? el("p", { class: "small" }, limit.rule) : null;
  return titled("until", el("p", { class: "until" }, text), list(limit.steps), rule);
}

function settle(question) {
  if (!question) return [];
  const field = document.querySelector(`[data-question="${question.question}"] input`);
  return titled("settle", el("p", null, question.text, " ", jump(field, word("answer_it"))));
}

function steps(items, pages) {
  const line = (item) => {
    if (!item.page) return el("li", null, item.text);
    const link = { href: new URL(item.page, pages).href, "aria-label": `${word("read_more")} : ${item.text}` };
    return el("li", null, item.text, " ", el("a", link, word("read_more")));
  };
  return items.length ? titled("todo", el("ol", null, items.map(line))) : [];
}

function alternatives(items) {
  const line = (item) =>
    el("li", null, copy(`statut-${item.status}`), el("p", null, item.headline), item.because ? el("p", { class: "small" }, item.because) : null);
  return items.length ? titled("alternatives", el("ul", { class: "alternatives" }, items.map(line))) : [];
}

function reasons(right, lang) {
  const deciding = right.deciding.map((item) => el("li", null, item.text, " ", el("strong", null, item.answer)));
  return el(
    "details",
    null,
    el("summary", null, word("why")),
    right.because.map((text) => el("p", null, text)),
    deciding.length ? titled("deciding", el("ul", null, deciding)) : null,
    right.certainty_text ? titled("certainty", el("p", null, right.certainty_text)) : null,
    right.sources.length ? titled("law", el("ul", { class: "source-list" }, right.sources.map((item) => source(item, lang)))) : null,
  );
}

function card(right, pages, lang) {
  const id = `droit-${right.id}`;
  return el(
    "section",
    { class: `right ${right.status}`, "aria-labelledby": id },
    el("h3", { id }, right.title),
    copy(`statut-${right.status}`),
    el("p", { class: "headline" }, right.headline),
    warnings(right.warnings),
    until(right.until),
    right.show.length ? titled("show", list(right.show)) : null,
    steps(right.steps, pages),
    settle(right.settle),
    alternatives(right.alternatives),
    right.because.length + right.sources.length ? reasons(right, lang) : null,
  );
}

/** Elements that show `response`; `pages` is the absolute address of the language's folder. */
export function render(response, pages, lang) {
  const { situation, rights, not_examined: excluded } = response;
  const titleId = "titre-situation";
  const where =
    situation &&
    el("section", { class: "situation", "aria-labelledby": titleId }, el("h3", { id: titleId }, situation.title), el("p", null, situation.text));
  const rest = excluded.length ? el("section", { class: "not-examined" }, el("h3", null, word("not_examined")), list(excluded)) : null;
  return [where, ...rights.map((right) => card(right, pages, lang)), rest].filter(Boolean);
}

/** "2 : Oui, 1 : Discuté", for the live region. */
export function summary(response) {
  const counts = new Map();
  for (const { status } of response.rights) counts.set(status, (counts.get(status) ?? 0) + 1);
  const name = (status) => copy(`statut-${status}`).textContent.trim();
  return [...counts].map(([status, count]) => `${name(status)} (${count})`).join(", ");
}
