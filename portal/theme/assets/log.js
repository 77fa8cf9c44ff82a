// The evidence log: what to keep, ticked by hand, and a table to fill.

import { el } from "./dom.js";
import { button, FRENCH, word } from "./kit.js";
import { sources } from "./pieces.js";
import { printAlone } from "./paper.js";

// What a page holds.
const LINES = 19;

const item = ({ text, why }) => el("li", null, el("span", null, text), why ? el("small", null, why) : null);

function table(columns) {
  const head = el("tr", null, columns.map((title) => el("th", { scope: "col" }, title)));
  const lines = Array.from({ length: LINES }, () => el("tr", null, columns.map((title) => el("td", { "data-label": title }))));
  return el("table", { class: "to-fill" }, el("thead", null, head), el("tbody", null, lines));
}

function paper(log) {
  const groups = log.groups.map((group) => el("section", { class: "log-group" }, el("h5", null, group.title), el("ul", { class: "boxes" }, group.items.map(item))));
  const names = [...new Set(log.sources.map((source) => source.citation))].join(" ; ");
  const [before, after] = word("log_cited", { citations: "\n" }).split("\n");
  return el(
    "article",
    { class: "paper long" },
    el("div", { class: "paper-edge" }),
    el("div", { class: "paper-body" }, el("h4", null, log.title), el("p", null, log.intro), groups, names ? el("p", { class: "small log-sources" }, before, el("span", FRENCH, names), after) : null, table(log.columns)),
    el("div", { class: "paper-edge foot-edge" }),
  );
}

export const log = {
  id: "log",
  has: (papers) => papers.log !== null,
  fill(panel, { papers }) {
    const made = paper(papers.log);
    panel.replaceChildren(el("p", { class: "controls" }, button(word("log_print"), () => printAlone([made]))), el("p", { class: "small" }, word("print_note")), made, el("details", { class: "why" }, el("summary", null, word("log_sources")), sources(papers.log.sources)));
  },
};
