// Reads, clears and marks the form. Nothing here is stored: the fields are the only memory.

import { el, jump, show, word } from "./dom.js";
import { read } from "./dates.js";

const questions = (form) => [...form.querySelectorAll("[data-question]")];
const groups = (form, id) => [...form.querySelectorAll(id ? `[data-date="${id}"]` : "[data-date]")];
const fields = (group) => [...group.querySelectorAll("input")];
const chosen = (question) => question.querySelector("input[type=radio]:checked");
const value = (group) => read(...fields(group).map((field) => field.value));
const dates = (question) => [...question.querySelectorAll("[data-date]")].map(value);
/** Every date of the question is typed: they answer it. */
const dated = (question) => dates(question).length > 0 && dates(question).every((date) => date.iso);

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
  const on = value(form.querySelector('[data-date="on"]'));
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
  const summary = form.querySelector("#erreurs");
  for (const node of form.querySelectorAll(".error")) show(node, false);
  for (const node of form.querySelectorAll("[aria-invalid]")) node.removeAttribute("aria-invalid");
  const links = faults.map(({ field, message }) => {
    const places = [...groups(form, field), ...questions(form).filter((q) => q.dataset.question === field)];
    for (const place of places) {
      const note = place.querySelector(":scope > .error");
      note.textContent = message;
      show(note, true);
      for (const input of place.querySelectorAll(":scope > div input")) input.setAttribute("aria-invalid", "true");
    }
    const place = places.find((node) => !node.closest("[hidden]"));
    const input = place?.querySelector("input[type=text], input");
    return el("li", null, input ? jump(input, message) : message);
  });
  summary.querySelector("ul").replaceChildren(...links);
  show(summary, faults.length > 0);
  if (faults.length && focus) summary.focus();
}

/** Shows the questions that are answered, or begun, and the next one that can still change something; `relevant` is the
 *  list of these, or null while nobody knows. Returns {next, left, useless}: the question that has just appeared, or
 *  null, and how many hidden ones can, or cannot, still change something. */
export function unfold(form, relevant, everything) {
  const found = { next: null, left: 0, useless: 0 };
  let offered = false;
  for (const question of questions(form)) {
    const answered = chosen(question) || dated(question);
    const useful = !relevant || relevant.includes(question.dataset.question);
    const next = !answered && useful && !offered;
    offered ||= next;
    // The last date of a question is its own: the others may have been typed elsewhere.
    const begun = answered || dates(question).at(-1)?.empty === false || question.contains(document.activeElement);
    if (next && question.hidden) found.next = question;
    show(question, everything || next || begun);
    if (question.hidden) found[useful ? "left" : "useless"] += 1;
  }
  for (const group of form.querySelectorAll(".group")) {
    show(group, group.querySelector("[data-question]:not([hidden])") !== null);
  }
  return found;
}

export function clear(form) {
  form.reset();
  mark(form, [], false);
  form.querySelector("details.past").open = false;
}
