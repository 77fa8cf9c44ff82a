// Reads, clears and marks the form. Nothing here is stored: the fields are the only memory.

import { el, jump, show, word } from "./dom.js";
import { read } from "./dates.js";

const questions = (form) => [...form.querySelectorAll("[data-question]")];
const groups = (form, id) => [...form.querySelectorAll(id ? `[data-date="${id}"]` : "[data-date]")];
const fields = (group) => [...group.querySelectorAll("input")];
const chosen = (question) => question.querySelector("input[type=radio]:checked");
const value = (group) => read(...fields(group).map((field) => field.value));

/** {answers, dates, faults}: what the form says; `faults` are dates that cannot be used, as [{field, message}]. */
export function answers(form) {
  const found = { answers: {}, dates: {}, faults: [] };
  for (const question of questions(form)) {
    const radio = chosen(question);
    if (radio) found.answers[question.dataset.question] = radio.value;
    for (const group of question.querySelectorAll("[data-date]")) {
      const date = value(group);
      const field = group.dataset.date;
      if (date.iso) found.dates[field] = date.iso;
      else if (!date.empty && !question.hidden && !found.faults.some((fault) => fault.field === field)) {
        found.faults.push({ field, message: word(date.partial ? "partial_date" : "bad_date") });
      }
    }
  }
  return found;
}

/** Keeps the form coherent after `target` changed: the same date asked twice holds the same text, and a question is
 *  answered by its radios or by its dates, never by both. */
export function reconcile(form, target) {
  const question = target.closest("[data-question]");
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
    const complete = [...owner.querySelectorAll("[data-date]")].every((other) => value(other).iso);
    if (complete && chosen(owner)) chosen(owner).checked = false;
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

/** Hides the questions that can no longer change anything and are not answered; returns how many are hidden. */
export function prune(form, relevant, everything) {
  let hidden = 0;
  for (const question of questions(form)) {
    const dated = [...question.querySelectorAll("[data-date]")].at(-1);
    const answered = chosen(question) || (dated && !value(dated).empty);
    const idle = !answered && !relevant.includes(question.dataset.question);
    const busy = question.contains(document.activeElement);
    show(question, !idle || everything || busy);
    hidden += question.hidden;
  }
  return hidden;
}

export function clear(form) {
  form.reset();
  mark(form, [], false);
  for (const question of questions(form)) show(question, true);
}
