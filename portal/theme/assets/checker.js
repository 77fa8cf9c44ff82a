// The checker page, wired together: the form, the journey, the calculation. Nothing is stored, nothing leaves.

import { show, word } from "./dom.js";
import { today } from "./dates.js";
import { Calculation } from "./calculation.js";
import { onExit } from "./exit.js";
import { answers, begun, clear, fill, isAnswered, mark, question, reconcile, reveal, title, unanswered } from "./form.js";
import { ALL, END, INTRODUCTION, Journey } from "./journey.js";
import { aim, empty, explain, fallback, progress } from "./outcome.js";
import { recap } from "./recap.js";

const $ = (id) => document.getElementById(id);
const form = $("verification");
const { edition, expires, size, lang, rules } = form.dataset;
const address = (path) => new URL(path, location.href).href;
const pages = address(form.dataset.pages);
const fallbackPages = address(form.dataset.static);
const announced = $("commencer").textContent;
// In bytes; more than a file of answers may have (resume.js).
const LARGEST_FILE = 1e6;
let announcedBytes = Number(size);
// One question at a time, or all of them; every useless one too, when the reader wants to see them.
let together = false;
let everything = false;
// Where a question opened from the summary leads back to.
let origin = null;
// Results are shown, and follow the answers, once they were asked for.
let asked = false;
let timer = 0;
// The module that saves and opens answers, once it was needed.
let carry = null;

const journey = new Journey(display);
const calculation = new Calculation(
  { base: address(form.dataset.runtime), variant: form.dataset.variant, lang },
  { pages: fallbackPages, words: address(form.dataset.words), rules: rules && address(rules) },
  told,
);

const say = (text) => ($("annonce").textContent = text);
const isQuestion = (view) => ![INTRODUCTION, ALL, END].includes(view);

/** What the form says, and the questions that it leaves: {given, faults, relevant, stop}. */
function reading() {
  const now = today();
  const { faults, ...given } = answers(form, now);
  const known = calculation.graphs?.ask(given.answers, given.dates, given.on ?? now);
  return { given, faults, now, relevant: known?.relevant ?? unanswered(form), stop: known?.stop ?? null };
}

const answered = ({ answers, dates }) => Object.keys(answers).length + Object.keys(dates).length > 0;

/** Shows what the answers make useful: questions, progress, summary, links. */
function refresh() {
  const { view } = journey;
  const { given, relevant, now } = reading();
  const kept = view === ALL ? [...relevant, ...begun(form)] : [view];
  reveal(form, (id) => kept.includes(id) || (view === ALL && everything));
  const hidden = form.querySelectorAll("[data-question][hidden]").length;
  show($("masquees"), view === ALL && hidden > 0);
  $("masquees").querySelector("span").textContent = word("hidden", { count: hidden });
  const left = relevant.filter((id) => id !== view).length;
  const some = left ? "left_all" : "left_nothing";
  const key = view === ALL ? some : (["left_none", "left_one"][left] ?? "left");
  $("avancement").textContent = word(key, { count: left });
  recap($("recapitulatif"), form, change);
  show($("voir"), answered(given) && ![INTRODUCTION, END].includes(view));
  show($("reprendre"), view === END && relevant.length > 0);
  aim(calculation.page(given, given.on ?? now), fallbackPages);
}

function display(view) {
  together = view === ALL || (view === INTRODUCTION && together);
  // The introduction and the announcements are read once: the sheet hides them afterwards.
  form.closest("article").classList.toggle("begun", view !== INTRODUCTION);
  show($("accueil"), view === INTRODUCTION);
  show($("parcours"), isQuestion(view) || view === ALL);
  show($("suite"), view !== INTRODUCTION);
  show($("continuer"), isQuestion(view));
  show($("retour"), view !== INTRODUCTION && view !== ALL);
  show($("resultats"), asked && (view === END || view === ALL) && $("contenu-resultats").hasChildNodes());
  show($("emporter"), !$("resultats").hidden && $("emporter").dataset.full === "oui");
  show($("attente"), view === END && calculation.state === "loading");
  mark(form, [], false);
  refresh();
  pressed();
  if (isQuestion(view)) {
    const legend = question(form, view).querySelector("legend");
    // Firefox gives the focus to no legend that it has not laid out.
    legend.getClientRects();
    legend.focus();
    say(`${title(question(form, view))} ${$("avancement").textContent}`);
  } else if (view === END) finish();
  else $(view === ALL ? "questions" : "titre-accueil").focus();
}

function pressed() {
  $("une").setAttribute("aria-pressed", String(!together));
  $("toutes").setAttribute("aria-pressed", String(together));
}

/** The first useful question; the end when there is none. */
const next = () => reading().relevant[0] ?? END;

function begin() {
  journey.go(together ? ALL : next());
  load();
}

function load() {
  if (calculation.state === "loading" || calculation.state === "ready") return;
  announcedBytes = Number(size);
  for (const id of ["echec", "repli"]) show($(id), false);
  show($("chargement"), true);
  show($("attente"), journey.view === END);
  $("chargement-texte").textContent = word("loading");
  $("chargement").querySelector("progress").removeAttribute("value");
  calculation.start();
}

/** Goes on from the question in view, once it is answered. */
async function forward() {
  const { view } = journey;
  const here = question(form, view);
  const faults = reading().faults.filter(({ field }) => here.querySelector(`[data-date="${field}"]`));
  if (!faults.length && !isAnswered(form, view)) faults.push({ field: view, message: word("answer_needed") });
  mark(form, faults, true);
  if (faults.length) return;
  await calculation.settled;
  // Meanwhile, the reader may have gone elsewhere, or wiped everything.
  if (journey.view !== view || !isAnswered(form, view)) return;
  const { relevant, stop } = reading();
  const order = [...form.querySelectorAll("[data-question]")].map((node) => node.dataset.question);
  const after = order.slice(order.indexOf(view) + 1).find((id) => relevant.includes(id) || journey.seen(id));
  const back = origin;
  origin = null;
  if (stop) journey.go(END);
  else if (back && (back === END || relevant.includes(back))) journey.go(back);
  else journey.go(after ?? next());
}

/** Opens a question; what follows it is the present view. */
function change(id) {
  if (together) return question(form, id).querySelector("input").focus();
  if (journey.view !== id) origin = journey.view;
  journey.go(id);
}

async function finish() {
  asked = true;
  const { stop } = reading();
  if (calculation.state === "ready") return consult(true);
  if (stop === "contradiction") mark(form, [{ field: "", message: word("contradiction") }], true);
  else {
    const loading = calculation.state === "loading";
    show($("attente"), loading);
    $(loading ? "attente" : "echec").focus();
  }
}

async function consult(focus) {
  // A call that waits would take the place of this one, and leave the focus where it is.
  clearTimeout(timer);
  if (calculation.state !== "ready" || !asked) return;
  const { given, faults, relevant, now } = reading();
  const request = { ...given, today: now, expires };
  const response = await calculation.consult(request);
  // What was asked before a wipe must not come back after it.
  if (!response || !asked) return;
  show($("chargement"), false);
  mark(form, [...faults, ...response.errors], focus);
  // An old result beside answers that contradict each other would be a false one.
  if (response.errors.length) return empty();
  const { render, summary, takeaway } = calculation.tool;
  const unknown = Object.values(given.answers).filter((option) => option === "?").length;
  $("contenu-resultats").replaceChildren(...render(response, pages, now, { unknown, left: relevant.length }));
  $("emporter").dataset.full = response.out_of_scope ? "non" : "oui";
  const here = [END, ALL].includes(journey.view);
  show($("resultats"), here);
  show($("emporter"), here && !response.out_of_scope);
  if (response.out_of_scope) takeaway.clear();
  else takeaway.refresh(calculation.engine, request, response);
  say(word("updated", { summary: summary(response) }));
  if (focus && !faults.length) $("titre-resultats").focus();
}

function told({ name, error, ...rest }) {
  if (name === "progress") progress(announcedBytes, rest.received, rest.total);
  else if (name === "fallback") {
    announcedBytes = rest.bytes;
    say(fallback(rest.bytes));
  } else if (name === "ready" || name === "recovered") {
    // Whoever does something else meanwhile is left to it.
    const waiting = [document.body, $("attente"), $("annuler")].includes(document.activeElement);
    for (const id of ["chargement", "attente", "repli"]) show($(id), false);
    $("commencer").textContent = word("begin");
    if (name === "ready" && asked) consult(waiting && !isQuestion(journey.view));
  } else if (name === "failed") {
    for (const id of ["chargement", "attente", "repli"]) show($(id), false);
    empty();
    explain(error);
    say(`${$("echec-titre").textContent}. ${$("echec-texte").textContent}`);
    refresh();
    if (journey.view === END) $("echec").focus();
  } else refresh();
}

function wipe() {
  clearTimeout(timer);
  origin = null;
  asked = everything = false;
  clear(form);
  empty();
  calculation.tool?.takeaway.clear();
  carry?.forget();
  say("");
}

const carrying = async () => (carry ??= await import("./carry.js"));

/** Puts answers from a file or a link in the form; the present ones stay when it holds none. */
async function use(text) {
  await carrying();
  const found = carry.understood(form, text);
  if (found) {
    restart();
    fill(form, found);
    refresh();
  }
  carry.report(found, edition);
  if (!found) return;
  say(word("opened", { count: Object.keys(found.answers).length + Object.keys(found.dates).length }));
  if ($("refus").hidden) $("commencer").focus();
}

const receive = async () => {
  if (location.hash) (await carrying()).received(use);
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (isQuestion(journey.view)) forward();
  else if (journey.view === ALL) $("voir").click();
});
$("application").addEventListener("input", ({ target }) => {
  if (!target.closest("[data-question], #d-on")) return;
  reconcile(form, target);
  carry?.withdraw();
  refresh();
  clearTimeout(timer);
  // A date is complete only when its last figure is typed: wait for the hand to rest.
  if (journey.view !== INTRODUCTION && !isQuestion(journey.view)) {
    timer = setTimeout(() => consult(false), target.type === "radio" ? 0 : 600);
  }
});
$("application").addEventListener("focusout", ({ target, relatedTarget }) => {
  const group = target.closest("[data-date]");
  if (group && !group.contains(relatedTarget) && journey.view === ALL) mark(form, reading().faults, false);
});
form.addEventListener("reach", ({ target }) => {
  const id = target.closest("[data-question]").dataset.question;
  if (journey.view !== ALL && journey.view !== id) change(id);
});
const clicks = {
  commencer: begin,
  reessayer: () => {
    load();
    $("annuler").focus();
  },
  retour: () => journey.back(),
  reprendre: () => journey.go(next()),
  voir: () => (together ? finish() : journey.go(END)),
  une: () => choose(false),
  toutes: () => choose(true),
  annuler: () => {
    calculation.fail(null);
    $("echec").focus();
  },
  imprimer: () => print(),
  montrer: () => {
    const first = form.querySelector("[data-question][hidden] input");
    everything = true;
    refresh();
    first?.focus();
  },
  effacer: () => {
    restart();
    say(word("cleared"));
  },
  enregistrer: async () => (await carrying()).save(reading().given, edition),
  lien: () => {
    show($("lien-avertissement"), true);
    $("lien-avertissement").focus();
  },
  "lien-faire": async () => (await carrying()).offer(reading().given, edition),
  "lien-copier": () => carry.copy(),
};
for (const [id, action] of Object.entries(clicks)) $(id).addEventListener("click", action);
for (const field of document.querySelectorAll("input[type=file]")) {
  field.addEventListener("change", async () => {
    const [file] = field.files;
    // A film chosen by mistake would not hold in memory.
    if (file) use(await file.slice(0, LARGEST_FILE).text());
    field.value = "";
  });
}

function choose(all) {
  together = all;
  if (journey.view === INTRODUCTION) pressed();
  else journey.go(all ? ALL : next());
}

/** Forgets everything, and shows the introduction. */
function restart() {
  wipe();
  journey.forget();
  display(INTRODUCTION);
}

// A browser may keep the page as it was left, and show it again.
function leave() {
  calculation.stop();
  $("commencer").textContent = announced;
  for (const id of ["chargement", "echec"]) show($(id), false);
  restart();
}
addEventListener("pagehide", leave);
addEventListener("hashchange", receive);
onExit($("quitter"), leave, () => journey.depth);

form.reset();
show($("sans-script"), false);
show($("application"), true);
// Everything reads the same without it, but in the voice of another language.
if (lang !== "fr") import("./french.js").catch(() => {});
refresh();
receive();
