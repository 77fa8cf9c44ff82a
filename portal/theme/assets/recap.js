// The answers given so far, each with a button that goes back to its question.

import { dayWords, el, show, word } from "./dom.js";
import { answersInWords } from "./form.js";

/** Fills the fold `place`; `change(id)` goes to a question. */
export function recap(place, form, change) {
  const given = answersInWords(form, dayWords);
  const line = ({ id, question, answer }) => {
    const button = el("button", { type: "button", class: "quiet", "data-change": id, "aria-label": `${word("change")}${word("colon")}${question}` }, word("change"));
    button.addEventListener("click", () => change(id));
    return el("div", null, el("dt", null, question), el("dd", null, el("span", null, answer), button));
  };
  place.querySelector("summary span").textContent = word("recap", { count: given.length });
  place.querySelector("dl").replaceChildren(...given.map(line));
  show(place, given.length > 0);
  return given.length;
}
