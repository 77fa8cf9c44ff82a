// The sheet to show: one right on one A4, for a counter or an employer, in French.

import { el } from "./dom.js";
import { button, edition, FRENCH, frenchDay, frenchWord, land, place, say, verified, word } from "./kit.js";
import { holds, printAlone, scale } from "./paper.js";
import { qr } from "./qr.js";

const block = (name, title, ...content) => el("section", { class: name }, el("h5", null, title), ...content);

function limit(until) {
  if (!until) return null;
  const text = until.date ? frenchWord("until_date", { date: frenchDay(until.date) }) : until.text;
  const rule = until.rule && until.rule !== until.text ? el("p", { class: "small" }, until.rule) : null;
  const steps = until.steps.map((step) => el("p", { class: "small" }, step));
  return block("limit", frenchWord("until"), el("p", { class: "big" }, until.date ? el("time", { datetime: until.date }, text) : text), steps, rule);
}

function quote(item) {
  const note = [item.state, item.confidence_text].filter(Boolean).map((text) => text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, "")).join(". ");
  return el(
    "div",
    { class: "text" },
    el("p", { class: "source-name" }, el("cite", null, item.citation)),
    item.quote ? el("blockquote", null, el("p", null, item.quote)) : null,
    note ? el("p", { class: "small" }, `${note}.`) : null,
  );
}

/** An address as one reads and types it, which may go to the next line after a bar. */
const legible = (url) => url.replace(/^https?:\/\//, "").match(/[^/#]*\/|#?[^/#]+/g).flatMap((part) => [part, el("wbr")]);

function scan(page) {
  const { url, rows } = place(page);
  return el("section", { class: "scan" }, rows ? qr(rows, frenchWord("scan_alt", { url })) : null, el("h5", null, frenchWord("scan")), el("p", { class: "small url", translate: "no" }, legible(url)));
}

/** The paper of one right; `today` (ISO) is the day of the answers. */
export function paper(sheet, today) {
  const { date, expires } = edition();
  const list = (items, name) => el("ul", { class: name }, items.map((item) => el("li", null, item)));
  return el(
    "article",
    { class: "paper sheet-a4", ...FRENCH, "aria-label": sheet.title },
    el("header", null, el("p", { class: "mark-site" }, el("strong", null, frenchWord("site"))), el("p", null, frenchWord("sheet_kind")), el("p", null, frenchWord("sheet_for", { audience: sheet.audience }))),
    el("p", { class: "name" }, el("span", null, `${frenchWord("name")} `, el("small", null, `(${frenchWord("by_hand")})`)), el("span", { class: "blank" })),
    el("h4", null, sheet.title),
    el("p", { class: "sentence" }, sheet.sentence),
    el("div", { class: "facts" }, limit(sheet.until), sheet.show.length ? block("show", frenchWord("show"), list(sheet.show, "boxes")) : null), sheet.conditions.length ? block("conditions", frenchWord("conditions"), list(sheet.conditions, "columns")) : null,
    el("div", { class: "grounds" }, sheet.quotes.length ? block("law", frenchWord("law"), sheet.quotes.map(quote)) : el("div"), scan(sheet.page)),
    el(
      "footer",
      null,
      el("p", null, el("strong", null, frenchWord("not_official"))),
      el("p", null, [frenchWord("made_on", { date: frenchDay(today) }), frenchWord("edition", { date: frenchDay(date), expires: frenchDay(expires) }), frenchWord("verified", { date: frenchDay(verified) })].join(" ")),
    ),
  );
}

/** Makes a printed sheet hold on one page: smaller letters first, then the last texts are only named. */
export function fit(copy) {
  const comfortable = 0.78;
  const texts = [...copy.querySelectorAll(".law .text")];
  for (;;) {
    const found = scale(copy, 1.25, holds);
    const last = texts.length > 1 ? texts.pop() : null;
    if (found >= comfortable || !last) return;
    const known = copy.querySelector(".also");
    const names = [last.querySelector("cite").textContent, ...(known ? [known.dataset.names] : [])].join(" ; ");
    known?.remove();
    last.remove();
    texts[texts.length - 1].after(el("p", { class: "small also", "data-names": names }, frenchWord("also", { citations: names })));
  }
}

export const sheets = {
  id: "sheet",
  has: (papers) => papers.sheets.length > 0,
  fill(panel, { papers, request }) {
    const view = el("div", { class: "view" });
    const open = (sheet, chosen, move) => {
      for (const other of choices.children) other.firstChild.setAttribute("aria-pressed", String(other.firstChild === chosen));
      const made = paper(sheet, request.today);
      const print = button(word("print"), () => printAlone([made], fit));
      view.replaceChildren(el("p", { class: "controls" }, print), el("p", { class: "small" }, word("print_note")), made);
      if (!move) return;
      say(word("sheet_ready", { title: sheet.name }));
      land(made);
    };
    const choices = el("ul", { class: "picks", "aria-label": word("which_right") });
    for (const sheet of papers.sheets) choices.append(el("li", null, button(sheet.name, (chosen) => open(sheet, chosen, true), { class: "quiet", "aria-pressed": "false" })));
    panel.replaceChildren(el("p", { class: "small" }, word("read_before")), choices, view);
    if (papers.sheets.length === 1) open(papers.sheets[0], choices.firstChild.firstChild, false);
  },
};
