// Bytes and texts. Strict: what is not UTF-8 is refused, never mended.

const encoder = new TextEncoder();

export const encode = (text) => encoder.encode(text);

/** The text of `bytes`; throws when they are not UTF-8. A byte order mark stays. */
export const decode = (bytes) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

export const same = (a, b) => a.length === b.length && a.every((byte, index) => byte === b[index]);

/** The order of Python's sorted(): by code point, where JavaScript's own sorts halves of characters. */
export function byCodePoint(a, b) {
  const left = Array.from(a);
  const right = Array.from(b);
  for (let at = 0; at < left.length && at < right.length; at += 1) {
    if (left[at] !== right[at]) return left[at].codePointAt(0) - right[at].codePointAt(0);
  }
  return left.length - right.length;
}

/** "1 234": figures by threes, as French writes them. */
export const count = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, "\u202f");

/** "1 fichier", "1 234 fichiers". */
export const many = (number, one, more = `${one}s`) => `${count(number)} ${number > 1 ? more : one}`;

/** "2026-11-23" as "23/11/2026". */
export const day = (iso) => iso.split("-").reverse().join("/");
