// "Emporter": what a person takes away from a result. Everything is made here, from what Python says; nothing is kept.

import { el, show } from "./dom.js";
import { cards } from "./cards.js";
import { icon, lang, ready, say, word } from "./kit.js";
import { forgetLanguage } from "./languages.js";
import { letters } from "./letters.js";
import { log } from "./log.js";
import { clearPrint } from "./paper.js";
import { reminders } from "./reminders.js";
import { sheets } from "./sheet.js";

const KINDS = [sheets, cards, log, letters, reminders];
const $ = (id) => document.getElementById(id);
const body = $("emporter-corps");
// What the papers on the page were made from: {engine, request, response, papers}, or null.
let current = null;
let last = 0;
const folds = new Map();

// What the papers need is fetched now, so that the network can be cut afterwards; refresh() tells of a failure.
ready().catch(() => {});

function fold(kind) {
  const panel = el("div", { class: "panel" });
  const head = [icon(kind.id), el("h3", null, word(`${kind.id}_title`)), el("span", { class: "headline" }, word(`${kind.id}_text`))];
  const made = el("details", { class: "row take", id: `emporter-${kind.id}` }, el("summary", null, head), panel);
  made.addEventListener("toggle", () => {
    if (made.open && current && !panel.hasChildNodes()) kind.fill(panel, current);
  });
  folds.set(kind, made);
  return made;
}

function draw() {
  if (!folds.size) $("emporter-choix").append(...KINDS.map(fold));
  for (const [kind, made] of folds) {
    const panel = made.querySelector(".panel");
    const there = kind.has(current.papers);
    show(made, there);
    if (there && kind.update) kind.update(panel, current);
    else if (there && made.open) kind.fill(panel, current);
    else panel.replaceChildren();
  }
}

/** Offers the papers that go with `response`, the answer of `engine` to `answers`; the last call wins. */
export async function refresh(engine, answers, response) {
  const turn = ++last;
  const request = { ...answers, lang };
  clearPrint();
  if (response.errors.length || response.out_of_scope) {
    current = null;
    show(body, false);
    return;
  }
  try {
    await ready();
    const papers = await engine.call("papers", request);
    if (papers === null || turn !== last) return;
    // No paper is made for a past day or with an edition too old: Python says why.
    const refused = papers.errors.map((error) => error.message).join(" ");
    current = refused ? null : { engine, request, response, papers };
    if (current) draw();
    $("emporter-refus").textContent = refused;
    show($("emporter-refus"), refused !== "");
    show($("emporter-echec"), false);
    show($("emporter-choix"), current !== null);
  } catch (error) {
    if (turn !== last || error.stage === "cancelled") return;
    // Papers of former answers beside a new result would be false ones.
    current = null;
    show($("emporter-choix"), false);
    show($("emporter-refus"), false);
    show($("emporter-echec"), true);
    $("emporter-echec").querySelector("button").onclick = () => refresh(engine, answers, response);
  }
  show(body, true);
}

/** Wipes every paper, letter and typed word. */
export function clear() {
  last++;
  current = null;
  clearPrint();
  forgetLanguage();
  letters.clear();
  for (const node of folds.values()) node.remove();
  folds.clear();
  show($("emporter-echec"), false);
  show(body, false);
  say("");
}
