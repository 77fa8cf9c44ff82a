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

/** The files that were dropped (items of a DataTransfer), folders with their name first; to be called before anything
 * else is waited for: the list of what was dropped does not last. */
export function fromDrop(items) {
  const kept = items.filter(({ kind }) => kind === "file");
  // On a page opened from a disk, Chromium's older way lists a folder and then cannot read its files.
  if (kept.every((item) => item.getAsFileSystemHandle)) return fromHandles(kept.map((item) => item.getAsFileSystemHandle()));
  return fromEntries(kept.map((item) => item.webkitGetAsEntry()).filter(Boolean));
}

async function fromHandles(handles) {
  const found = [];
  const waiting = (await Promise.all(handles)).map((handle) => [handle.name, handle]);
  while (waiting.length) {
    const [path, handle] = waiting.pop();
    if (handle.kind === "file") found.push(fromFile(path, await handle.getFile()));
    else for await (const inner of handle.values()) waiting.push([`${path}/${inner.name}`, inner]);
    await breathe();
  }
  return found;
}

async function fromEntries(entries) {
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
