// The form of one letter, made from the fields that Python asks for. What is typed stays in this page's memory.

import { el, jump, show, word as shared } from "./dom.js";
import { read } from "./dates.js";
import { icon, land, word } from "./kit.js";

// Names and addresses serve every letter: typed once, wiped by clear().
const typed = new Map();

export const forgetTyped = () => typed.clear();

const PARTS = [["day", 2], ["month", 2], ["year", 4]];
const MODES = { number: { inputmode: "numeric" }, email: { inputmode: "email", autocapitalize: "none" }, text: {}, long: {} };
// A browser's spelling service may send what is typed to a server.
const QUIET = { autocomplete: "off", spellcheck: "false" };
// A name and an address are typed in the letters of the letter, whatever those of the page.
const TYPED = { ...QUIET, dir: "auto" };

const key = (field) => `lettre-${field.id}`;
const label = (field) => [field.label, field.required ? null : el("small", null, ` (${word("optional")})`)];
const notes = (field) => `${field.help ? `${key(field)}-aide ` : ""}${key(field)}-erreur`;

function control(field) {
  const shared = { id: key(field), ...QUIET, "aria-describedby": notes(field), ...(field.required ? { "aria-required": "true" } : {}) };
  if (field.kind === "choice") {
    const options = field.options.map((option) => el("option", { value: option.id }, option.text));
    return el("select", shared, el("option", { value: "" }, word("choose")), options);
  }
  const limit = field.max ? { maxlength: field.max } : {};
  if (field.kind === "long") return el("textarea", { ...shared, ...TYPED, ...limit, rows: 4 });
  return el("input", { ...shared, ...TYPED, ...limit, ...MODES[field.kind], type: "text" });
}

function date(field) {
  const kept = typed.get(field.id) ?? ["", "", ""];
  const inputs = PARTS.map(([name, size], index) => {
    const input = el("input", { id: `${key(field)}-${name}`, type: "text", inputmode: "numeric", maxlength: size, size, ...TYPED });
    input.value = kept[index];
    return input;
  });
  const parts = inputs.map((input, index) => el("label", { for: input.id }, word(PARTS[index][0]), input));
  const group = el("fieldset", { class: "date", id: key(field), "aria-describedby": notes(field) }, el("legend", null, label(field)), el("p", { class: "small" }, word("date_hint")), el("div", null, parts));
  return { node: group, inputs, value: () => inputs.map((input) => input.value) };
}

function simple(field) {
  const input = control(field);
  input.value = typed.get(field.id) ?? "";
  return { node: el("div", { class: "field" }, el("label", { for: input.id }, label(field)), input), inputs: [input], value: () => input.value };
}

function row(field) {
  const made = field.kind === "date" ? date(field) : simple(field);
  const error = el("p", { class: "error", id: `${key(field)}-erreur`, hidden: "" });
  const help = field.help ? el("p", { class: "small", id: `${key(field)}-aide` }, field.help) : null;
  if (help) made.inputs[0].closest("div").before(help);
  made.node.append(error);
  return { field, error, ...made };
}

/** A row's value for Python, or the fault of a date. */
function reading({ field, value }) {
  if (field.kind !== "date") return { text: value().trim() };
  const { iso, partial, wrong } = read(...value());
  if (partial) return { fault: word("partial_date") };
  return wrong ? { fault: word("bad_date") } : { text: iso ?? "" };
}

/** {node, values(), mark(errors)} for the `fields` of a letter; `extra` stands before the button, `submit()` follows it. */
export function form(fields, extra, submit) {
  const rows = fields.map(row);
  const summary = el("div", { class: "callout danger", hidden: "" }, el("p", { class: "callout-title" }, icon("error"), word("errors")), el("ul"));
  const groups = new Map();
  for (const made of rows) groups.set(made.field.group, [...(groups.get(made.field.group) ?? []), made.node]);
  const parts = [...groups].map(([title, nodes]) => el("fieldset", { class: "letter-group" }, el("legend", null, title), nodes));
  const node = el("form", { class: "letter-form", autocomplete: "off", novalidate: "" }, summary, parts, extra, el("p", { class: "controls" }, el("button", { type: "submit" }, word("preview"))));
  node.addEventListener("input", () => rows.forEach((made) => typed.set(made.field.id, made.value())));
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });

  /** Shows `errors` ([{field, message}]) beside their fields and above the form, where the hand is put. */
  function mark(errors) {
    for (const { field, error, inputs } of rows) {
      const messages = errors.filter((found) => found.field === field.id).map((found) => found.message);
      error.textContent = messages.join(" ");
      show(error, messages.length > 0);
      for (const input of inputs) input.toggleAttribute("aria-invalid", false);
      if (messages.length) inputs.forEach((input) => input.setAttribute("aria-invalid", "true"));
    }
    const line = ({ field, message }) => {
      const found = rows.find((made) => made.field.id === field);
      return el("li", null, found ? jump(found.inputs[0], `${found.field.label}${shared("colon")}${message}`) : message);
    };
    summary.querySelector("ul").replaceChildren(...errors.map(line));
    show(summary, errors.length > 0);
    if (errors.length) land(summary);
  }

  /** {values, errors}: what Python is given, and the dates that cannot be read. */
  function values() {
    const found = rows.map((made) => [made.field.id, reading(made)]);
    const errors = found.filter(([, { fault }]) => fault).map(([field, { fault }]) => ({ field, message: fault }));
    return { values: Object.fromEntries(found.map(([id, { text }]) => [id, text ?? ""])), errors };
  }

  return { node, values, mark };
}
