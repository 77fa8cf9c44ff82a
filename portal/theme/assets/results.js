// Turns a response of checker.consult into elements. The static pages show the same, from theme/results.html.

import { copy, dayWords, el, word } from "./dom.js";
import { fold, list, section, sources, status, statusName, steps, titled } from "./pieces.js";
import { remedies } from "./remedies.js";
import { card, row } from "./right.js";
import { dates } from "./timeline.js";

// The first view of the page does not need how results look.
document.head.append(el("link", { rel: "stylesheet", href: new URL("results.css", import.meta.url).href }));

// These two are read in full; the others open from a row.
const IN_FULL = ["sejour", "travail"];

function stop(found, pages) {
  return el(
    "section",
    { class: "stop", "aria-labelledby": "arret" },
    el("h3", { id: "arret" }, copy("icone-arret"), found.title),
    found.warnings?.length ? el("ul", { class: "urgent" }, found.warnings.map((text) => el("li", null, text))) : null,
    el("p", null, found.text),
    titled("stop_help", steps(found.steps, pages)),
    fold("law", sources(found.sources)),
  );
}

function asOf(response, now) {
  if (!response.today || response.out_of_scope) return null;
  const past = response.today !== now;
  const text = word(past ? "as_of_past" : "as_of", { date: dayWords(response.today) });
  return el("p", { class: past ? "callout note" : "small" }, text);
}

function others(items, pages) {
  if (!items.length) return null;
  const kicker = el("p", { class: "kicker" }, el("strong", null, word("more_rights")), word("more_rights_note"));
  return el("section", { class: "rows", "aria-label": word("more_rights") }, kicker, items.map((right) => row(right, pages)));
}

// Said to be sure only when it is good news that holds: "not established" reassures nobody.
const HOLDS = ["kept", "conditional"];

/** The calm first sentence, with the shape and the word of its status. */
function first(found) {
  if (!found) return null;
  return el("div", { class: `first ${found.status}` }, el("p", { class: "sentence" }, found.text), status(found.status));
}

/** What does not depend on the answers that are missing; `unknown` counts the "I do not know", `left` the questions. */
function sure(rights, { unknown = 0, left = 0 }) {
  const holding = rights.filter((right) => right.certain && HOLDS.includes(right.status));
  if (!holding.length || !(unknown + left)) return null;
  const line = (right) => el("li", null, status(right.status), el("span", null, right.title));
  const why = unknown ? word("sure_unknown", { count: unknown }) : word("sure_left", { count: left });
  return section("titre-sur", "sure", word("sure"), el("p", null, why), el("ul", null, holding.map(line)));
}

/** Elements that show `response`; `pages` is the absolute address of the language's folder, `now` today (ISO),
 *  `missing` {unknown, left}: how many answers are unknown, and how many questions could still be asked. */
export function render(response, pages, now, missing = {}) {
  const { situation, rights, not_examined: excluded, out_of_scope: outside } = response;
  const full = rights.filter((right) => IN_FULL.includes(right.id));
  return [
    outside ? stop(outside, pages) : null,
    first(response.summary),
    situation && !outside ? section("titre-situation", "situation", situation.title, el("p", null, situation.text)) : null,
    asOf(response, now),
    sure(rights, missing),
    rights.some((right) => right.status === "to_verify") ? el("p", { class: "callout warning" }, word("stale")) : null,
    ...full.map((right) => card(right, pages)),
    others(rights.filter((right) => !full.includes(right)), pages),
    dates(response, now),
    remedies(response.remedies, pages),
    excluded.length ? section("titre-exclus", "not-examined", word("not_examined"), list(excluded)) : null,
  ].filter(Boolean);
}

/** "Oui (2), Discuté (1)", for the live region; the title of the panel when the tool stops. */
export function summary(response) {
  if (response.out_of_scope) return response.out_of_scope.title;
  const counts = new Map();
  for (const { status } of response.rights) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${statusName(status)} (${count})`).join(", ");
}
