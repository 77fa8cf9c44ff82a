// One right: in full, or as a row that opens.

import { el, jump, word } from "./dom.js";
import { fold, list, readMore, section, sources, status, statusName, steps, titled, warnings } from "./pieces.js";

function until(limit) {
  if (!limit) return [];
  const text = limit.date ? el("strong", null, el("time", { datetime: limit.date }, limit.text)) : limit.text;
  const rule = limit.rule && limit.rule !== limit.text ? el("p", { class: "small" }, limit.rule) : null;
  return titled("until", el("p", { class: "until" }, text), list(limit.steps), rule);
}

function settle(question) {
  const field = question && document.querySelector(`[data-question="${question.question}"] input`);
  return field ? titled("settle", el("p", null, question.text, " ", jump(field, word("answer_it")))) : [];
}

function lever(found, pages) {
  if (!found) return null;
  const more = found.page ? [" ", readMore(found.page, found.text, pages)] : [];
  const after = el("p", { class: "small" }, word("lever_to"));
  return el("div", { class: "lever" }, titled("lever", el("p", null, found.text, ...more), after, status(found.to)));
}

function alternatives(items) {
  const line = (item) =>
    el("li", null, status(item.status), el("p", null, item.headline), item.because ? el("p", { class: "small" }, item.because) : null);
  return items.length ? titled("alternatives", el("ul", { class: "alternatives" }, items.map(line))) : [];
}

function body(right, pages) {
  const deciding = right.deciding.map((item) => el("li", null, item.text, " ", el("strong", null, item.answer)));
  const todo = steps(right.steps, pages);
  const law = sources(right.sources);
  return [
    right.before ? el("p", { class: "small" }, word("before", { status: statusName(right.before) })) : null,
    warnings(right.warnings),
    until(right.until),
    titled("show", list(right.show)),
    titled("todo", todo),
    lever(right.lever, pages),
    settle(right.settle),
    alternatives(right.alternatives),
    fold("refused", list(right.refused)),
    fold(
      "why",
      right.because.map((text) => el("p", null, text)),
      deciding.length ? titled("deciding", el("ul", null, deciding)) : null,
      right.certainty_text ? titled("certainty", el("p", null, right.certainty_text)) : null,
      titled("law", law),
    ),
  ].flat();
}

// In a summary, HTML allows headings and phrases, no paragraph.
const head = (right, tag) => [status(right.status), el(tag, { class: "headline" }, right.headline)];

export const card = (right, pages) =>
  section(`droit-${right.id}`, `right ${right.status}`, right.title, head(right, "p"), body(right, pages));

export function row(right, pages) {
  const title = el("h3", { id: `droit-${right.id}` }, right.title);
  const summary = el("summary", null, title, head(right, "span"));
  return el("details", { class: `right ${right.status} row` }, summary, body(right, pages));
}
