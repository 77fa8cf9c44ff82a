// Folders: those of the button (webkitdirectory) and those that are dropped on the page.

import { breathe } from "./pause.js";

const CHUNK = 2 ** 20;

/** A file of the browser as a file of a place. */
export const fromFile = (path, file) => ({
  path,
  size: file.size,
  async *chunks() {
    for (let at = 0; at < file.size; at += CHUNK) yield new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer());
  },
});

/** The files of a folder that the button gave. */
export const fromInput = (files) => Array.from(files, (file) => fromFile(file.webkitRelativePath || file.name, file));

/** The files under dropped entries (FileSystemEntry), with their folder's name first. */
export async function fromEntries(entries) {
  const found = [];
  const waiting = [...entries];
  while (waiting.length) {
    const entry = waiting.pop();
    if (entry.isFile) found.push(fromFile(entry.fullPath.replace(/^\//, ""), await promised((done, fail) => entry.file(done, fail))));
    else waiting.push(...(await listed(entry)));
    await breathe();
  }
  return found;
}

/** A folder's entries: the browser gives a hundred at a time, then none. */
async function listed(folder) {
  const reader = folder.createReader();
  const all = [];
  for (;;) {
    const some = await promised((done, fail) => reader.readEntries(done, fail));
    if (!some.length) return all;
    all.push(...some);
  }
}

const promised = (start) => new Promise(start);
