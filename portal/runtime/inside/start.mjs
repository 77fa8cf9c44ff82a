// Starts Pyodide under Node with no package, runs Python code, prints a JSON value.
// Reads one JSON object on standard input:
//   pyodide  folder of the npm package
//   runtime  folder of pyodide.mjs, pyodide.asm.js and pyodide.asm.wasm to start as a worker does, or null
//   memory   {file, start, length} of the runtime's memory to write out, after more mistakes than usual, or null
//   library  zip to start from (path on disk)
//   files    {path inside the runtime: path on disk}, copied in before the start of the code
//   values   {name: JSON value}, globals given to the code
//   code     Python; its last expression is a str, which is printed
//   fetched  {path inside the runtime: path on disk}, copied out after
import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { likeAWorker, useLikeAWorker } from "./like-a-worker.mjs";

const job = JSON.parse(readFileSync(0, "utf8"));
const { info } = JSON.parse(readFileSync(`${job.pyodide}/pyodide-lock.json`, "utf8"));
// A worker has no `process`.
const { stdout, stderr, exit } = process;

try {
  const places = job.runtime ? likeAWorker(job.runtime, job.library) : { indexURL: job.pyodide, stdLibURL: job.library };
  const { loadPyodide } = await import(pathToFileURL(`${job.runtime ?? job.pyodide}/pyodide.mjs`));
  const python = await loadPyodide({ ...places, lockFileContents: { info, packages: {} }, env: { HOME: "/" } });
  for (const [inside, outside] of Object.entries(job.files)) {
    python.FS.mkdirTree(dirname(inside));
    python.FS.writeFile(inside, readFileSync(outside));
  }
  for (const [name, value] of Object.entries(job.values)) {
    python.globals.set(name, python.toPy(value));
  }
  const printed = python.runPython(job.code);
  for (const [inside, outside] of Object.entries(job.fetched)) {
    writeFileSync(outside, python.FS.readFile(inside));
  }
  if (job.memory) {
    useLikeAWorker(python, readFileSync(job.files["/graphs.json"], "utf8"), readFileSync(job.files["/letters.zip"]));
    const { file, start, length } = job.memory;
    writeFileSync(file, python._module.HEAPU8.subarray(start, start + length));
  }
  stdout.write(printed, () => exit(0));
} catch (error) {
  // Left to itself, Node prints the glue's only line, a megabyte long, before the message.
  stderr.write(`${error.name}: ${error.message}\n`, () => exit(1));
}
