// The checker page: the form, the engine and the results, wired together. Nothing is stored, nothing leaves.

import { show, word } from "./dom.js";
import { today } from "./dates.js";
import { answers, clear, mark, reconcile, unfold } from "./form.js";
import { render, summary } from "./results.js";
import { Engine } from "./worker-client.js";

const $ = (id) => document.getElementById(id);
const form = $("verification");
const results = $("resultats");
const lang = document.documentElement.lang;
const pages = new URL(form.dataset.pages, location.href).href;
// Rounded up, like the size that the button announces.
const size = (bytes) => `${(Math.ceil(bytes / 1e5) / 10).toLocaleString(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}\u00a0Mo`;

let engine = new Engine();
let everything = false;
// The questions that can still change something, once Python has said so.
let relevant = null;
let timer = 0;

// The start button stands above and below the questions; both appear and vanish together.
const starters = [...form.querySelectorAll(".start")];
const offered = starters[0].textContent;

function offer(text) {
  for (const button of starters) {
    button.textContent = text ?? offered;
    show(button, text !== null);
  }
  show($("note-lancer"), text !== null);
}

function say(text) {
  $("annonce").textContent = text;
}

function fail(error) {
  show($("chargement"), false);
  offer(word("retry"));
  $("echec-detail").textContent = word("detail", { message: error.message });
  show($("echec"), true);
  $("echec").focus();
}

/** Shows the questions that are worth asking and says how many are not shown. */
function questions() {
  const { next, left, useless } = unfold(form, relevant, everything);
  const text = [left && word(relevant ? "remaining" : "one_by_one", { count: left }), useless && word("hidden", { count: useless })];
  $("masquees").querySelector("span").textContent = text.filter(Boolean).join(" ");
  show($("masquees"), left + useless > 0);
  return next;
}

async function consult(focus) {
  if (!engine.running) return;
  const now = today();
  const { faults, ...given } = answers(form, now);
  let response;
  try {
    response = await engine.ask({ ...given, today: now, expires: form.dataset.expires });
  } catch (error) {
    fail(error);
    return;
  }
  if (!response) return;
  mark(form, [...faults, ...response.errors], focus);
  // An old result beside answers that contradict each other would be a false one.
  if (response.errors.length) {
    for (const id of ["resultats", "voir"]) show($(id), false);
    return;
  }
  $("contenu-resultats").replaceChildren(...render(response, pages, now));
  show(results, true);
  show($("voir"), true);
  relevant = response.relevant;
  questions();
  say(word("updated", { summary: summary(response) }));
  // Without any answer there is nothing to read yet: the questions come first.
  const answered = Object.keys(given.answers).length + Object.keys(given.dates).length;
  if (focus && !faults.length) $(answered ? "titre-resultats" : "questions").focus();
}

async function start(button) {
  const { faults } = answers(form, today());
  mark(form, faults, true);
  if (faults.length) return;
  const bar = $("chargement").querySelector("progress");
  bar.removeAttribute("value");
  $("chargement-texte").textContent = word("loading");
  offer(null);
  show($("echec"), false);
  show($("chargement"), true);
  button.parentElement.after($("chargement"), $("echec"));
  $("annuler").focus();
  say(word("loading"));
  const current = engine;
  try {
    if (typeof WebAssembly !== "object" || typeof Worker !== "function") throw new Error("WebAssembly");
    await current.load(new URL(form.dataset.runtime, location.href).href, (received, total) => {
      bar.max = total;
      bar.value = received;
      // The worker counts decompressed bytes; the reader was told what the network carries.
      const announced = Number(form.dataset.size);
      const done = size((announced * received) / total);
      const text = received < total ? word("bytes", { received: done, total: size(announced) }) : word("preparing");
      $("chargement-texte").textContent = text;
    });
  } catch (error) {
    if (current === engine) fail(error);
    return;
  }
  bar.removeAttribute("value");
  $("chargement-texte").textContent = word("preparing");
  await consult(true);
  if (current === engine) show($("chargement"), false);
}

function stop() {
  engine.stop();
  engine = new Engine();
  relevant = null;
  show($("chargement"), false);
  offer();
}

function wipe() {
  clearTimeout(timer);
  everything = false;
  relevant = null;
  clear(form);
  questions();
  $("contenu-resultats").replaceChildren();
  for (const id of ["resultats", "voir"]) show($(id), false);
  say("");
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (engine.running) consult(true);
  else if (!engine.loading) start(event.submitter ?? starters[0]);
});
form.addEventListener("input", ({ target }) => {
  reconcile(form, target);
  clearTimeout(timer);
  if (!engine.running) {
    const next = questions();
    if (next) say(word("next", { text: next.querySelector("legend").textContent }));
    return;
  }
  // A date is complete only when its last figure is typed: wait for the hand to rest.
  timer = setTimeout(() => consult(false), target.type === "radio" ? 0 : 600);
});
form.addEventListener("focusout", ({ target, relatedTarget }) => {
  const group = target.closest("[data-date]");
  if (group && !group.contains(relatedTarget) && !engine.running) mark(form, answers(form, today()).faults, false);
});
$("annuler").addEventListener("click", () => {
  stop();
  say(word("cancelled"));
  starters[0].focus();
});
$("effacer").addEventListener("click", () => {
  wipe();
  say(word("cleared"));
  $("questions").focus();
});
$("montrer").addEventListener("click", () => {
  const first = form.querySelector("[data-question][hidden] input");
  everything = true;
  questions();
  first?.focus();
});
$("imprimer").addEventListener("click", () => print());
$("voir").addEventListener("click", () => $("titre-resultats").focus());
addEventListener("pagehide", () => {
  wipe();
  stop();
});

questions();
show($("sans-script"), false);
show(form, true);
show($("sans-telecharger"), true);
