// A copy to be checked: files by their path from the top of the copy, whatever brought them (folder or zip).

import { pathFault } from "./paths.js";

const TOP = "edition/edition.json";
const MOST_FILES = 50_000;
// What systems leave in folders by themselves; no page leads to it.
const LEFT_BY_SYSTEM = /(^|\/)(\.DS_Store|\._[^/]+|Thumbs\.db|desktop\.ini)$|^__MACOSX\//;

/** A place that cannot be read at all; `message` says why and what to do. */
export class Unreadable extends Error {}

export class Place {
  /** `entries`: [{path, size, chunks()}], `chunks` an asynchronous generator of bytes; `faults`: findings so far. */
  constructor(entries, faults = []) {
    if (entries.length > MOST_FILES) throw new Unreadable(`Il y a là plus de ${MOST_FILES} fichiers : ce n’est pas une copie du portail.`);
    this.faults = [...faults];
    this.files = new Map();
    const top = topFolder(entries.map(({ path }) => path));
    const folded = new Map();
    for (const entry of entries) {
      const path = entry.path.slice(top.length);
      const fault = pathFault(path);
      if (fault) this.faults.push({ level: "error", code: "path", path: entry.path, message: fault });
      else if (LEFT_BY_SYSTEM.test(path)) this.faults.push({ level: "warning", code: "left", path, message: "Posé par un système (macOS, Windows), pas par le portail : supprimez-le." });
      else this.add(path, entry, folded);
    }
  }

  add(path, entry, folded) {
    const key = path.normalize("NFC").toLowerCase();
    if (folded.has(key)) {
      const message = `Même nom que « ${folded.get(key)} », aux majuscules près : sur certains ordinateurs l’un efface l’autre.`;
      this.faults.push({ level: "error", code: "twice", path, message });
    }
    folded.set(key, path);
    this.files.set(path, entry);
  }
}

/** The folder, with its slash, that holds the whole copy: an archive has one at its top. */
function topFolder(paths) {
  if (paths.includes(TOP)) return "";
  const found = paths.filter((path) => path.endsWith(`/${TOP}`)).sort((a, b) => a.length - b.length);
  const top = found.length ? found[0].slice(0, -TOP.length) : "";
  return top && paths.every((path) => path.startsWith(top) || LEFT_BY_SYSTEM.test(path)) ? top : "";
}
