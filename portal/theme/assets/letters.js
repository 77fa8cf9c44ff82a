// The letters: which ones, why, the form of one, and the letter itself. Their models are downloaded on a click only.

import { el, megabytes } from "./dom.js";
import { button, icon, land, lettersSize, say, word } from "./kit.js";
import { chooser, language } from "./languages.js";
import { forgetTyped, form } from "./letter-form.js";
import { page } from "./letter-page.js";

let opened = null; // the engine in which the models are, or are coming
let written = null; // the letter whose form is open
let turn = 0;

function entry(panel, state, letter) {
  const write = button(word("write"), () => compose(panel, state, letter, true), { "aria-label": word("write_this", { title: letter.title }) });
  return el(
    "li",
    { class: letter.proposed ? "letter-choice proposed" : "letter-choice" },
    letter.proposed ? el("p", { class: "mark" }, word("proposed")) : null,
    el("h4", null, letter.title),
    el("p", { class: "small" }, word("to", { to: letter.to })),
    el("p", null, letter.why),
    letter.blocked ? el("p", { class: "blocked" }, el("strong", null, word("blocked")), ` ${letter.blocked}`) : write,
  );
}

function choose(panel, state, move) {
  written = null;
  const list = (letters) => (letters.length ? el("ul", { class: "letter-list" }, letters.map((letter) => entry(panel, state, letter))) : null);
  const rank = (letter) => (letter.blocked ? 1 : 0);
  const others = state.letters.filter((letter) => !letter.proposed).sort((one, two) => rank(one) - rank(two));
  const first = list(state.letters.filter((letter) => letter.proposed));
  const rest = list(others);
  const intro = el("p", null, word("letters_intro"));
  panel.replaceChildren(...[intro, first, rest && first ? el("details", { class: "why" }, el("summary", null, word("others")), rest) : rest].filter(Boolean));
  if (move) land(intro);
}

function compose(panel, state, letter, move) {
  written = letter.id;
  const heading = el("h4", null, letter.title);
  const result = el("section", { class: "letter-result", "aria-label": word("letter_ready") });
  const stale = () => result.replaceChildren(el("p", { class: "small" }, word("letter_changed")));
  let changes = 0;
  const forget = () => {
    changes += 1;
    if (result.hasChildNodes()) stale();
  };
  const extra = chooser(state.copies, word("understand"), forget);
  const made = form(letter.fields, extra, () => show());
  made.node.addEventListener("input", forget);

  async function show() {
    const { values, errors } = made.values();
    made.mark(errors);
    result.replaceChildren();
    if (errors.length) return;
    const before = changes;
    say(word("previewing"));
    let found;
    try {
      found = await state.engine.call("letter", { request: state.request, id: letter.id, fields: values, copy: language(state.copies) });
    } catch {
      fail(result, word("letter_failed"), null);
      return;
    }
    if (!found || !result.isConnected) return;
    if (changes !== before) {
      stale();
      return;
    }
    made.mark(found.errors);
    if (found.errors.length) return;
    const title = el("h4", null, word("letter_ready"));
    result.replaceChildren(title, ...page(found));
    land(title);
  }

  const back = button(word("back"), () => choose(panel, state, true), { class: "quiet return" });
  back.prepend(icon("back"));
  panel.replaceChildren(el("p", null, back), heading, el("p", null, letter.why), el("p", { class: "small" }, word("fields_note")), made.node, result);
  if (move) land(heading);
}

function fail(place, text, retry) {
  const box = el("div", { class: "callout danger" }, el("p", { class: "callout-title" }, icon("error"), text), retry);
  place.replaceChildren(box);
  land(box);
}

async function load(panel, current, move) {
  const mine = ++turn;
  const wait = el("p", null, word("letters_loading"));
  const bar = el("progress", { "aria-label": word("letters_loading") });
  const progress = (received, total) => {
    bar.max = total;
    bar.value = received;
  };
  if (move) {
    panel.replaceChildren(wait, bar);
    land(wait);
  }
  // New answers that come meanwhile ask for their own letters: see fill().
  opened = current.engine;
  try {
    const found = await current.engine.call("letters", current.request, { progress });
    if (!found || mine !== turn) return;
    if (found.errors.length) throw new Error(found.errors[0].message);
    const state = { ...current, letters: found.letters, copies: found.copies };
    const still = found.letters.find((letter) => letter.id === written && !letter.blocked);
    if (still) compose(panel, state, still, false);
    else choose(panel, state, move);
    if (move) say(word("letters_ready"));
  } catch (error) {
    if (mine !== turn || error.stage === "cancelled") return;
    opened = null;
    fail(panel, word("letters_failed"), el("p", null, button(word("retry"), () => load(panel, current, true))));
  }
}

function invite(panel, current) {
  const bytes = lettersSize();
  const open = button(bytes === null ? word("letters_open") : `${word("letters_open")} (${megabytes(bytes)})`, () => load(panel, current, true));
  panel.replaceChildren(el("p", null, word("letters_intro")), el("p", { class: "controls" }, open), el("p", { class: "small" }, word("letters_open_note")));
}

export const letters = {
  id: "letters",
  has: () => true,
  fill(panel, current) {
    if (opened === current.engine) load(panel, current, false);
    else invite(panel, current);
  },
  /** New answers: the list and the form follow them, and what was typed stays. */
  update(panel, current) {
    if (panel.hasChildNodes()) this.fill(panel, current);
  },
  clear() {
    turn++;
    opened = written = null;
    forgetTyped();
  },
};
