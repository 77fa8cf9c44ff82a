// The reader's own dates, in order, with today among them; and how many days the four-month trap leaves.

import { el, word } from "./dom.js";
import { day, fold, list, section, sources } from "./pieces.js";

const mark = (key) => el("span", { class: "mark" }, word(key));

function other(item) {
  const sums = list(item.steps);
  return el("div", null, el("p", null, el("strong", null, word("other_reading"), word("colon"), day(item.date, item.words)), ". ", item.text), sums);
}

function entry(item) {
  return el(
    "li",
    { class: item.past ? "gone" : "ahead" },
    el("p", { class: "when" }, day(item.date, item.words), item.past ? [" ", mark("past_mark")] : null),
    el("p", null, item.title),
    item.note ? el("p", { class: "small" }, item.note) : null,
    fold("sums", list(item.steps), (item.others ?? []).map(other), sources(item.sources)),
  );
}

/** `items` sorted by date; `now` is the day examined, ISO. */
function timeline(items, now) {
  const here = el("li", { class: "now" }, el("p", { class: "when" }, day(now), " ", mark("today_mark")));
  const lines = items.map(entry);
  const first = items.findIndex((item) => !item.past);
  lines.splice(first < 0 ? lines.length : first, 0, here);
  return el("ol", { class: "timeline" }, lines);
}

function trap(found) {
  return el(
    "div",
    { class: "trap" },
    el("h4", null, word("trap")),
    el("p", { class: "days" }, word("trap_days", { days: String(found.days).replace("-", "−") })),
    el("p", null, found.text),
    el("p", null, el("strong", null, word("route"), word("colon"), word(`route_${found.route}`)), ". ", found.route_text),
    fold("law", sources(found.sources)),
  );
}

/** The section of dates, or null when no date is known. */
export function dates(response, now) {
  const { dates: items = [], trap: found = null } = response;
  if (!items.length && !found) return null;
  const lines = items.length ? timeline(items, response.today ?? now) : null;
  return section("mes-dates", "dates", word("my_dates"), lines, found ? trap(found) : null);
}
