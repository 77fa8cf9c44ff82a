// Reads and fills the form: one control for each field, found by its name.

const control = (form, name) => form.elements.namedItem(name);

/** The codes of the ticked languages; [] when all are, as an empty field means. */
function languages(form) {
  const boxes = [...form.querySelectorAll("[data-langue]")];
  return boxes.every((box) => box.checked) ? [] : ["fr", ...boxes.filter((box) => box.checked).map((box) => box.dataset.langue)];
}

/** What was typed, as mirror.yml would hold it. `logo`: the name of the picture, or "". */
export function typed(form, fields, logo) {
  const data = {};
  for (const { name, kind } of fields) {
    const [group, key] = name.split(".");
    const value = kind === "languages" ? languages(form) : kind === "file" ? logo : control(form, name).value;
    if (key) (data[group] ??= {})[key] = value;
    else data[name] = value;
  }
  return data;
}

/** Puts `values` (as fields.js reads them) back in the form; the picture cannot be. */
export function put(form, fields, values) {
  for (const { name, kind } of fields) {
    if (kind === "languages") {
      for (const box of form.querySelectorAll("[data-langue]")) box.checked = !values[name].length || values[name].includes(box.dataset.langue);
    } else if (kind !== "file") control(form, name).value = values[name];
  }
}
