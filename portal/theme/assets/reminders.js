// The deadlines as a calendar file. On a shared phone a title can say too much: they are neutral unless asked.

import { el } from "./dom.js";
import { download } from "./files.js";
import { button, say, word } from "./kit.js";

const NAME = "rappels.ics";

function choice(id, chosen) {
  const field = el("input", { type: "radio", name: "emporter-titres", value: id, autocomplete: "off" });
  field.checked = chosen;
  return el("label", { class: "option" }, field, el("span", null, word(`calendar_${id}`), el("small", null, word(`calendar_${id}_note`))));
}

export const reminders = {
  id: "calendar",
  has: (papers) => papers.calendar.count > 0,
  fill(panel, { papers }) {
    const { calendar } = papers;
    const titles = el("fieldset", { class: "titles" }, el("legend", null, word("calendar_titles")), choice("neutral", true), choice("named", false));
    const said = el("p", { class: "small" });
    const get = button(word("calendar_download"), () => {
      download(NAME, "text/calendar;charset=utf-8", calendar[titles.querySelector(":checked").value]);
      said.textContent = word("downloaded", { name: NAME });
      say(said.textContent);
    });
    panel.replaceChildren(el("p", null, word("calendar_count", { count: calendar.count })), titles, el("p", { class: "controls" }, get), said, el("p", { class: "small" }, word("calendar_note")));
  },
};
