// Reads, clears and marks the form. Nothing here is stored: the fields are the only memory.

import { el, jump, show, word } from "./dom.js";
import { read } from "./dates.js";

const questions = (form) => [...form.querySelectorAll("[data-question]")];
// The day to examine stands under the results, outside the form.
const past = () => document.getElementById("d-on");
const groups = (form, id) => (id === "on" ? [past()] : [...form.querySelectorAll(`[data-date="${id}"]`)]);
const fields = (group) => [...group.querySelectorAll("input")];
const chosen = (question) => question.querySelector("input[type=radio]:checked");
const value = (group) => read(...fields(group).map((field) => field.value));
const dates = (question) => [...question.querySelectorAll("[data-date]")].map(value);
/** Every date of the question is typed: they answer it. */
const dated = (question) => dates(question).length > 0 && dates(question).every((date) => date.iso);
const answered = (question) => Boolean(chosen(question)) || dated(question);

export const question = (form, id) => form.querySelector(`[data-question="${id}"]`);
export const title = (node) => node.querySelector("legend").textContent;
export const isAnswered = (form, id) => answered(question(form, id));
/** The questions without an answer, in order. */
export const unanswered = (form) => questions(form).filter((node) => !answered(node)).map((node) => node.dataset.question);

/** {answers, dates, on, faults}: what the form says; `on` is the past day to examine, or undefined; `faults` are dates
 *  that cannot be used, as [{field, message}]. `now` is today, ISO. */
export function answers(form, now) {
  const found = { answers: {}, dates: {}, faults: [] };
  const fault = (field, key) => found.faults.push({ field, message: word(key) });
  for (const question of questions(form)) {
    const radio = chosen(question);
    if (radio) found.answers[question.dataset.question] = radio.value;
    for (const group of question.querySelectorAll("[data-date]")) {
      const date = value(group);
      const field = group.dataset.date;
      if (date.iso) found.dates[field] = date.iso;
      else if (!date.empty && !question.hidden && !found.faults.some((fault) => fault.field === field)) {
        fault(field, date.partial ? "partial_date" : "bad_date");
      }
    }
  }
  const on = value(past());
  if (on.iso > now) fault("on", "future_day");
  else if (on.iso) found.on = on.iso;
  else if (!on.empty) fault("on", on.partial ? "partial_date" : "bad_date");
  return found;
}

/** Keeps the form coherent after `target` changed: the same date asked twice holds the same text, and a question is
 *  answered by its radios or by its dates, never by both. */
export function reconcile(form, target) {
  const question = target.closest("[data-question]");
  if (!question) return;
  if (target.type === "radio") {
    // The last date of a question is its own; the others are shared with the questions before it.
    const own = [...question.querySelectorAll("[data-date]")].at(-1);
    if (own) for (const group of groups(form, own.dataset.date)) for (const field of fields(group)) field.value = "";
    return;
  }
  const group = target.closest("[data-date]");
  if (!group) return;
  const texts = fields(group).map((field) => field.value);
  for (const twin of groups(form, group.dataset.date)) {
    fields(twin).forEach((field, index) => (field.value = texts[index]));
    const owner = twin.closest("[data-question]");
    if (dated(owner) && chosen(owner)) chosen(owner).checked = false;
  }
}

/** Shows `faults` ([{field, message}]) beside their fields and in the summary; `focus` moves there. */
export function mark(form, faults, focus) {
  const summary = document.getElementById("erreurs");
  for (const place of [form, past()]) {
    for (const node of place.querySelectorAll(".error")) {
      // What describes a field is read out even when it is hidden.
      node.textContent = "";
      show(node, false);
    }
    for (const node of place.querySelectorAll("[aria-invalid]")) node.removeAttribute("aria-invalid");
  }
  const links = faults.map(({ field, message }) => {
    const places = [...groups(form, field), ...questions(form).filter((q) => q.dataset.question === field)];
    for (const place of places) {
      const note = place.querySelector(":scope > .error");
      note.textContent = message;
      show(note, true);
      for (const input of place.querySelectorAll(":scope > div input")) input.setAttribute("aria-invalid", "true");
    }
    const place = places.find((node) => !node.closest("[hidden]")) ?? places[0];
    const input = place?.querySelector("input[type=text], input");
    return el("li", null, input ? jump(input, message) : message);
  });
  summary.querySelector("ul").replaceChildren(...links);
  show(summary, faults.length > 0);
  if (faults.length && focus) summary.focus();
}

/** Shows the questions that `shown(id)` accepts, and the headings of groups that hold one. */
export function reveal(form, shown) {
  for (const node of questions(form)) show(node, shown(node.dataset.question));
  for (const group of form.querySelectorAll(".group")) {
    show(group, group.querySelector("[data-question]:not([hidden])") !== null);
  }
}

/** The questions that a hand has begun to answer: they are not taken away. */
export const begun = (form) =>
  questions(form)
    // The last date of a question is its own: the others may have been typed elsewhere.
    .filter((node) => answered(node) || dates(node).at(-1)?.empty === false || node.contains(document.activeElement))
    .map((node) => node.dataset.question);

/** [{id, question, answer}]: what is answered, in words; `say` puts a date in words. */
export function answersInWords(form, say) {
  return questions(form)
    .filter(answered)
    .map((node) => {
      const text = chosen(node)?.nextElementSibling.firstChild.textContent ?? dates(node).map(({ iso }) => say(iso)).join(", ");
      return { id: node.dataset.question, question: title(node), answer: text };
    });
}

/** Puts {answers, dates, on} in the empty form; all of it is known to exist. */
export function fill(form, { answers, dates, on }) {
  for (const [id, option] of Object.entries(answers)) {
    question(form, id).querySelector(`input[type=radio][value="${option}"]`).checked = true;
  }
  const write = (group, iso) => {
    const [year, month, day] = iso.split("-");
    fields(group).forEach((field, index) => (field.value = [Number(day), Number(month), year][index]));
  };
  for (const [id, iso] of Object.entries(dates)) for (const group of groups(form, id)) write(group, iso);
  if (on) {
    write(past(), on);
    past().closest("details").open = true;
  }
}

/** {questions: Map id → {title, options}, dates}: what an answer may name. */
export function vocabulary(form) {
  const values = (node) => [...node.querySelectorAll("input[type=radio]")].map((radio) => radio.value);
  const known = new Map(questions(form).map((node) => [node.dataset.question, { title: title(node), options: values(node) }]));
  return { questions: known, dates: new Set([...form.querySelectorAll("[data-date]")].map((group) => group.dataset.date)) };
}

export function clear(form) {
  form.reset();
  mark(form, [], false);
  past().closest("details").open = false;
}
