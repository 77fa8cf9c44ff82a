// Templates of what a host writes of itself: same bytes as portal/verify/filling.py, which says what a template may hold.

const TAG = /\{\{([#^/]?)([a-z][a-z0-9_]*)\}\}/g;
const HTML = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escapeHtml = (value) => value.replace(/[&<>"']/g, (sign) => HTML[sign]);

export const escapeCss = (value) => value.replace(/[^A-Za-z0-9 À-ÿ·]/gu, (sign) => `\\${sign.codePointAt(0).toString(16)} `);

/** `template` with its tags replaced from `values` ({name: text}). Throws SyntaxError where Python raises. */
export function fill(template, values, escape = escapeHtml) {
  const kept = [];
  const open = [];
  const keep = (text, shown) => {
    if (text.includes("{{") || text.includes("}}") || text.endsWith("{")) throw new SyntaxError(`“${text.trim().slice(0, 60)}”: double braces that are no tag.`);
    if (shown) kept.push(text);
  };
  let start = 0;
  for (const match of template.matchAll(TAG)) {
    const [tag, kind, name] = match;
    const shown = open.every((section) => section.shown);
    keep(template.slice(start, match.index), shown);
    start = match.index + tag.length;
    if (!Object.hasOwn(values, name)) throw new SyntaxError(`${tag}: unknown name.`);
    if (kind === "/") {
      if (open.at(-1)?.name !== name) throw new SyntaxError(`${tag}: closes a section that is not the last one opened.`);
      open.pop();
    } else if (kind) {
      if (open.some((section) => section.name === name)) throw new SyntaxError(`${tag}: inside a section of the same name.`);
      open.push({ name, shown: Boolean(values[name]) === (kind === "#") });
    } else if (shown) kept.push(escape(values[name]));
  }
  if (open.length) throw new SyntaxError(`section ${open.at(-1).name}: never closed.`);
  keep(template.slice(start), true);
  return kept.join("");
}

/** The text of the file `path` filled from its template: as CSS when its name says so, else as HTML. */
export const render = (path, template, values) => fill(template, values, path.endsWith(".css") ? escapeCss : escapeHtml);
