// Hands what was made to the reader, as files. Nothing is kept: the addresses die with the list.

import { el } from "./dom.js";

let addresses = [];

/** Forgets the files handed so far. */
export function forget() {
  addresses.forEach((address) => URL.revokeObjectURL(address));
  addresses = [];
}

/** A link that saves `parts` (texts or bytes) as the file `name`. */
export function saving(name, type, parts, text = name, look = "") {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  addresses.push(address);
  return el("a", { href: address, download: name, class: look }, text);
}
