// Reads a .zip where it lies: its list first, then one file at a time, never more than what the list announces.

import { Unreadable } from "./place.js";
import { decode, same } from "./text.js";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const HEAD = 30;
// May follow the data of a file that was packed on the fly.
const DESCRIPTOR = 24;
const LONGEST_COMMENT = 65_535;
const LARGEST_LIST = 64 * 2 ** 20;
const LARGEST_TOTAL = 4 * 2 ** 30;
// Deflate cannot do better than 1032 to one.
const RATIO = 1032;
const CHUNK = 2 ** 20;
const UNIX = 3;
const KIND = 0o170000;
const KINDS = { link: 0o120000, file: 0o100000, folder: 0o040000 };
const broken = (what) => new Unreadable(`Ce .zip est abîmé (${what}). Copiez-le ou téléchargez-le à nouveau.`);

/** {entries, faults} of the archive `blob`. Throws Unreadable. */
export async function readZip(blob) {
  if (!canInflate()) throw new Unreadable("Ce navigateur ne sait pas ouvrir un .zip. Ouvrez le .zip sur votre ordinateur (« Extraire tout »), puis choisissez le dossier.");
  const { start, size, number } = await end(blob);
  const all = await list(blob, start, size, number);
  const judged = all.map((found) => ({ found, wrong: faultOf(found) }));
  const entries = judged.filter(({ found, wrong }) => !wrong && !found.path.endsWith("/")).map(({ found }) => ({ ...found, chunks: () => chunks(blob, found) }));
  const faults = judged.filter(({ wrong }) => wrong).map(({ found, wrong: [code, message] }) => ({ level: "error", code, path: found.path, message }));
  if (entries.reduce((sum, one) => sum + one.size, 0) > LARGEST_TOTAL) throw new Unreadable("Ce .zip annonce plus de 4 Go une fois ouvert : ce n’est pas une copie du portail. Ne l’ouvrez pas.");
  return { entries, faults };
}

/** Where the list is: the record that ends the file. */
async function end(blob) {
  const from = Math.max(0, blob.size - END_SIZE - LONGEST_COMMENT);
  const view = await dataView(blob, from, blob.size);
  for (let at = view.byteLength - END_SIZE; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END || at + END_SIZE + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const [number, size, start] = [view.getUint16(at + 10, true), view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
    if (number === 0xffff || start === 0xffffffff || view.getUint16(at + 8, true) !== number) throw new Unreadable("Ce .zip est d’une forme trop grande ou en plusieurs morceaux. Ouvrez-le sur votre ordinateur, puis choisissez le dossier.");
    if (size > LARGEST_LIST || start + size > from + at) throw broken("liste des fichiers");
    return { start, size, number };
  }
  throw broken("fin introuvable : fichier coupé, ou qui n’est pas un .zip");
}

/** Every entry of the list, with `next`: where the data of another one begin. */
async function list(blob, start, size, number) {
  const view = await dataView(blob, start, start + size);
  const all = [];
  let at = 0;
  for (let index = 0; index < number; index += 1) {
    all.push(entry(view, at));
    at += all.at(-1).length;
  }
  const ranked = [...all].sort((a, b) => a.offset - b.offset);
  ranked.forEach((found, index) => {
    found.next = ranked[index + 1]?.offset ?? start;
  });
  if (at !== size || (ranked.length && ranked[0].offset !== 0)) throw broken("octets cachés");
  return all;
}

function entry(view, at) {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw broken("liste des fichiers");
  const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
  const length = 46 + name + extra + comment;
  if (at + length > view.byteLength) throw broken("liste des fichiers");
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 46, name);
  const flags = view.getUint16(at + 8, true);
  return {
    path: text(bytes, flags & 0x800),
    length,
    bytes,
    locked: Boolean(flags & 1),
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    kind: view.getUint8(at + 5) === UNIX ? (view.getUint32(at + 38, true) >>> 16) & KIND : 0,
    offset: view.getUint32(at + 42, true),
  };
}

function text(bytes, utf8) {
  try {
    if (!utf8 && bytes.some((byte) => byte > 126)) throw new TypeError("neither ASCII nor UTF-8");
    return decode(bytes);
  } catch {
    throw broken("nom de fichier illisible");
  }
}

/** [code, message] of what is wrong with an entry of the list, or null. */
function faultOf({ path, bytes, kind, locked, method, packed, size, offset, next }) {
  if (kind === KINDS.link) return ["link", "Lien vers un autre fichier, qui peut mener hors de la copie : une vraie copie n’en a aucun."];
  if (kind && kind !== KINDS.file && kind !== KINDS.folder) return ["zip", "Ce n’est ni un fichier ni un dossier."];
  if (locked) return ["zip", "Protégé par un mot de passe : illisible."];
  if (method !== 0 && method !== 8) return ["zip", "Compressé d’une façon que cette page ne lit pas."];
  if (path.endsWith("/") && size) return ["zip", "Dossier qui contient des octets."];
  if (method === 0 ? size !== packed : size > packed * RATIO + RATIO) return ["bomb", "Taille annoncée impossible : archive piégée."];
  return offset + HEAD + bytes.length + packed > next ? ["bomb", "Partage ses données avec un autre fichier : archive piégée."] : null;
}

async function* chunks(blob, found) {
  // Most files are small: their own header and their bytes come at once.
  const first = new Uint8Array(await blob.slice(found.offset, Math.min(found.next, found.offset + CHUNK)).arrayBuffer());
  const head = new DataView(first.buffer);
  if (first.length < HEAD || head.getUint32(0, true) !== LOCAL) throw broken(found.path);
  const name = head.getUint16(26, true);
  const start = HEAD + name + head.getUint16(28, true);
  const hidden = found.next - found.offset - start - found.packed;
  // A file is named twice: programs that read from the start must not see another archive than those that read the list.
  if (!same(first.subarray(HEAD, HEAD + name), found.bytes) || hidden < 0 || hidden > DESCRIPTOR) throw broken(found.path);
  const packed = parts(blob, first.subarray(start, start + found.packed), found.offset + start, found.packed);
  yield* found.method === 0 ? packed : inflated(packed, found.size);
}

/** The packed bytes of a file: `first`, then what follows them in the archive. */
async function* parts(blob, first, start, length) {
  yield first;
  for (let at = first.length; at < length; at += CHUNK) yield new Uint8Array(await blob.slice(start + at, start + Math.min(length, at + CHUNK)).arrayBuffer());
}

async function* inflated(packed, size) {
  const { readable, writable } = new DecompressionStream("deflate-raw");
  const reader = readable.getReader();
  // Faults of what is written come back to who reads.
  feed(packed, writable.getWriter()).catch(() => {});
  let left = size;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      left -= value.length;
      if (left < 0) throw new RangeError("larger than announced");
      yield value;
    }
  } finally {
    // Nothing waits for a stream that is given up.
    reader.cancel().catch(() => {});
  }
  if (left) throw new RangeError("shorter than announced");
}

async function feed(packed, writer) {
  for await (const part of packed) await writer.write(part);
  await writer.close();
}

/** Whether this browser reads compressed archives (since 2023). */
function canInflate() {
  try {
    return Boolean(new DecompressionStream("deflate-raw"));
  } catch {
    return false;
  }
}

async function dataView(blob, from, to) {
  return new DataView(await blob.slice(from, to).arrayBuffer());
}
