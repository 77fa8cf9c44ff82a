// The lists of a copy: "<64 hex>  <path>" a line, sorted, as sha256sum writes them.

import { pathFault } from "./paths.js";
import { byCodePoint, decode } from "./text.js";

const LINE = /^([0-9a-f]{64}) {2}(.+)$/;

/** Path → SHA-256. Throws SyntaxError for any other form: two readers must never see two lists. */
export function readManifest(bytes) {
  const text = decode(bytes);
  const found = new Map();
  if (!text) return found;
  if (!text.endsWith("\n")) throw new SyntaxError("no end of line");
  let before = null;
  for (const line of text.slice(0, -1).split("\n")) {
    const [, hash, path] = LINE.exec(line) ?? [];
    if (!hash || pathFault(path) || (before !== null && byCodePoint(before, path) >= 0)) throw new SyntaxError(line);
    found.set(path, hash);
    before = path;
  }
  return found;
}

/** Path → bytes, from tailles.json. Throws when it is of another form. */
export function readSizes(bytes) {
  const found = new Map(Object.entries(JSON.parse(decode(bytes))));
  for (const size of found.values()) if (!Number.isInteger(size) || size < 0) throw new SyntaxError("no size");
  return found;
}
