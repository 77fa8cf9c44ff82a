// A letter as Python wrote it: the page to send, and the copy to understand beside it.

import { el } from "./dom.js";
import { bytes, copyText, download } from "./files.js";
import { button, FRENCH, icon, say, word } from "./kit.js";
import { sources } from "./pieces.js";
import { printAlone } from "./paper.js";

const TAGS = { heading: "h5", numbered: "ol" };

// The texts are complete, in their own language: nothing is added to their spacing.
function plain(tag, name, text) {
  const node = el(tag, name ? { class: name } : null);
  node.textContent = text;
  return node;
}

function block({ kind, text, items }) {
  const name = `letter-${kind}`;
  if (!items) return plain(TAGS[kind] ?? "p", name, text);
  const list = el(TAGS[kind] ?? "ul", null, items.map((item) => plain("li", null, item)));
  return el("div", { class: name }, text ? plain("p", null, text) : null, list);
}

const paper = (blocks, language, ...before) =>
  el(
    "article",
    { class: "paper long letter", ...language },
    el("div", { class: "paper-edge" }),
    el("div", { class: "paper-body" }, before, blocks.map(block)),
    el("div", { class: "paper-edge foot-edge" }),
  );

function companion(copy) {
  const language = { lang: copy.lang, dir: copy.dir };
  const notice = plain("p", "letter-notice", copy.notice);
  const made = paper(copy.blocks, { ...language, "aria-label": copy.name }, notice);
  return el(
    "div",
    { class: "companion" },
    el("div", { class: "companion-head", ...language }, plain("h5", null, copy.name)),
    copy.stale ? el("p", { class: "callout warning" }, word("stale")) : null,
    made,
    el("p", { class: "controls" }, button(word("print_copy"), () => printAlone([made]), { class: "quiet" })),
  );
}

function actions(letter, made) {
  const told = el("p", { class: "small" });
  const fallback = el("div", { class: "field" });
  const tell = (text) => {
    told.textContent = text;
    say(text);
  };
  // Neutral names: a list of downloads is read by whoever holds the phone.
  const save = (suffix, type, content) => {
    const name = `${word("file_name")}.${suffix}`;
    download(name, type, content);
    tell(word("downloaded", { name }));
  };
  return [
    el(
      "div",
      { class: "controls" },
      button(word("copy"), async () => tell(await copyText(letter.text, fallback))),
      button(word("print"), () => printAlone([made]), { class: "quiet" }),
      button(word("download_text"), () => save("txt", "text/plain;charset=utf-8", letter.text), { class: "quiet" }),
      button(word("download_odt"), () => save("odt", "application/vnd.oasis.opendocument.text", bytes(letter.odt)), { class: "quiet" }),
    ),
    told,
    fallback,
    el("p", { class: "small" }, word("download_note")),
  ];
}

/** Elements that show `letter` (a LETTER without errors), with its buttons. */
export function page(letter) {
  const made = paper(letter.blocks, { ...FRENCH, "aria-label": letter.title });
  const cited = sources(letter.sources);
  return [
    letter.warnings.length
      ? el("div", { class: "callout warning", role: "note" }, el("p", { class: "callout-title" }, icon("warning"), word("careful")), el("ul", null, letter.warnings.map((text) => el("li", null, text))))
      : null,
    ...actions(letter, made),
    el("div", { class: letter.companion ? "sides" : "sides alone" }, el("div", null, letter.companion ? el("p", { class: "small" }, word("sent_french")) : null, made), letter.companion ? companion(letter.companion) : null),
    cited ? el("details", { class: "why" }, el("summary", null, word("letter_law")), cited) : null,
  ].filter(Boolean);
}
