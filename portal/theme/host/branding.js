// What stands in a copy besides the release: same files and bytes as portal/verify/branding.py, which says what follows
// from what. `templates` is a Map of name inside hebergeur/modeles/ → text.

import { canonical, forTemplates } from "./fields.js";
import { render } from "./filling.js";
import { sha256 } from "./hash.js";
import { breathe } from "./pause.js";
import { byCodePoint, encode } from "./text.js";

export const FOLDER = "local/";
export const TEMPLATES = "hebergeur/modeles/";
export const DATA = `${FOLDER}miroir.json`;
const MANIFEST = `${FOLDER}MANIFEST.txt`;
const FRENCH = "fr";
const ABSENT = "/absent.html";

/** The languages that this host leaves out. */
export function dropped(templates, values) {
  const kept = values.langues;
  const droppable = [...templates.keys()].filter((name) => name.endsWith(ABSENT)).map((name) => name.slice(0, -ABSENT.length));
  return droppable.filter((lang) => kept.length && !kept.includes(lang)).sort(byCodePoint);
}

/** Whether the file `path` of the release is one of these languages: the copy has it no longer, or not as it was. */
export const gone = (path, languages) => languages.some((lang) => path.startsWith(`${lang}/`));

/** Path in the copy → bytes of every branded file. `logo`: bytes, or null; `release`: the paths of the release.
 * Throws SyntaxError when a template cannot be filled. */
export async function brandedFiles(fields, templates, values, logo, release) {
  const said = forTemplates(fields, values);
  const made = new Map([[DATA, encode(canonical(fields, values))]]);
  if (values.logo) made.set(FOLDER + values.logo, logo);
  for (const [name, template] of templates) {
    if (!name.endsWith(ABSENT)) made.set(FOLDER + name, encode(render(name, template, said)));
  }
  const names = new Set(release);
  for (const lang of dropped(templates, values)) {
    for (const name of names) {
      if (!gone(name, [lang]) || !name.endsWith(".html")) continue;
      made.set(name, encode(render(name, templates.get(lang + ABSENT), place(name, lang, names))));
      await breathe();
    }
  }
  return made.set(MANIFEST, await sums(made));
}

/** What the stub of the page `name` says of its place: the way up to the top, and its page in French. */
function place(name, lang, names) {
  const page = name.slice(lang.length + 1);
  const there = names.has(`${FRENCH}/${page}`) ? page : "index.html";
  return { racine: "../".repeat(name.split("/").length - 1), page, page_francaise: `${FRENCH}/${there}` };
}

async function sums(made) {
  const lines = [];
  for (const name of [...made.keys()].sort(byCodePoint)) lines.push(`${await sha256(made.get(name))}  ${name}\n`);
  return encode(lines.join(""));
}
