// Cards to show, of the size of a bank card: French on one side, the reader's language on the other.

import { el } from "./dom.js";
import { button, dir, edition, FRENCH, frenchDay, frenchWord, lang, word } from "./kit.js";
import { chooser, language } from "./languages.js";
import { holds, printAlone, scale } from "./paper.js";

// Five rows of 54 mm hold on an A4, whether a row is two cards or the two sides of one.
const ROWS = 5;

function front(card) {
  return el(
    "div",
    { class: "side", ...FRENCH },
    el("p", { class: "card-title" }, card.title),
    el("p", { class: "proves" }, card.proves),
    card.until ? el("p", { class: "card-until" }, card.until) : null,
    card.show.length ? el("p", null, el("strong", null, `${frenchWord("card_show")} `), card.show.join(" · ")) : null,
    el("p", { class: "card-foot" }, el("cite", null, card.article), ` · ${frenchWord("card_edition", { date: frenchDay(edition().date) })}`),
  );
}

function back(card, code) {
  const said = card.translations[code];
  if (!said) return el("div", { class: "side back" }, el("p", { class: "card-foot" }, word("no_translation")));
  // These texts are not French: no French spacing.
  const line = (name, text) => {
    if (!text) return null;
    const node = el("p", { class: name });
    node.textContent = text;
    return node;
  };
  return el(
    "div",
    { class: "side back", lang: code, dir: said.dir },
    line("card-title", said.title),
    line("proves", said.proves),
    line("card-until", said.until),
    said.reviewed ? null : el("p", { class: "card-foot", lang, dir }, word("not_reviewed")),
  );
}

const wallet = (card, code) =>
  el("li", { class: code ? "wallet both" : "wallet" }, front(card), code ? back(card, code) : null);

/** The cards as sheets of A4, `code` the language of the backs or "". */
function leaves(cards, code) {
  const each = code ? ROWS : 2 * ROWS;
  const made = [];
  for (let first = 0; first < cards.length; first += each) {
    const held = cards.slice(first, first + each);
    made.push(el("section", { class: "leaf-cards" }, el("p", { class: "small cut" }, word(code ? "cards_fold" : "cards_note")), el("ul", { class: "wallets" }, held.map((card) => wallet(card, code)))));
  }
  return made;
}

/** The codes of the languages that the cards speak besides French. */
const available = (made) => [...new Set(made.flatMap((card) => Object.keys(card.translations)))].sort();

const fit = (leaf) => {
  for (const side of leaf.querySelectorAll(".side")) scale(side, 1, holds);
};

export const cards = {
  id: "cards",
  has: (papers) => papers.cards.length > 0,
  fill(panel, { papers }) {
    const codes = available(papers.cards);
    const view = el("div", { class: "view" });
    let made = [];
    const draw = () => {
      made = leaves(papers.cards, language(codes));
      view.replaceChildren(...made);
    };
    const print = button(word("print"), () => printAlone(made, fit));
    panel.replaceChildren(
      ...[
        el("p", { class: "small" }, word("cards_count", { count: papers.cards.length }), " ", word("read_before")),
        chooser(codes, word("language"), draw),
        el("p", { class: "controls" }, print),
        el("p", { class: "small" }, word("print_note")),
        view,
      ].filter(Boolean),
    );
    draw();
  },
};
