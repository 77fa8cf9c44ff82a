// What to do, as a ladder: the mildest step first.

import { el, word } from "./dom.js";
import { day, fold, list, readMore, section, sources } from "./pieces.js";

const pair = (key, ...value) => el("div", null, el("dt", null, word(key)), el("dd", null, ...value));

function limit(found) {
  if (!found) return null;
  const when = found.date ? [" : ", el("strong", null, day(found.date, found.words))] : found.words ? [` : ${found.words}`] : [];
  return pair("deadline", found.title, ...when);
}

function rung(remedy, pages) {
  const maybe = remedy.certain ? null : [el("span", { class: "maybe" }, word("maybe")), " "];
  const facts = [limit(remedy.deadline), remedy.cost ? pair("cost", remedy.cost) : null].filter(Boolean);
  return el(
    "li",
    null,
    el("h4", null, maybe, remedy.title),
    el("p", null, remedy.text),
    facts.length ? el("dl", null, facts) : null,
    remedy.page ? el("p", null, readMore(remedy.page, remedy.title, pages)) : null,
    fold("careful", list(remedy.warnings), sources(remedy.sources)),
  );
}

/** The section of remedies, or null when there is none. */
export function remedies(items, pages) {
  if (!items?.length) return null;
  const ladder = el("ol", { class: "ladder" }, items.map((item) => rung(item, pages)));
  return section("recours", "remedies", word("remedies"), el("p", null, word("remedies_note")), ladder);
}
