// Starts Pyodide under Node with no package, runs Python code, prints a JSON value.
// Reads one JSON object on standard input:
//   pyodide  folder of the npm package
//   library  zip to start from (path on disk)
//   files    {path inside the runtime: path on disk}, copied in before the start of the code
//   values   {name: JSON value}, globals given to the code
//   code     Python; its last expression is a str, which is printed
//   fetched  {path inside the runtime: path on disk}, copied out after
import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";

const job = JSON.parse(readFileSync(0, "utf8"));
const { loadPyodide } = await import(pathToFileURL(`${job.pyodide}/pyodide.mjs`));
const { info } = JSON.parse(readFileSync(`${job.pyodide}/pyodide-lock.json`, "utf8"));

try {
  const python = await loadPyodide({
    indexURL: job.pyodide,
    stdLibURL: job.library,
    lockFileContents: { info, packages: {} },
    env: { HOME: "/" },
  });
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
  process.stdout.write(printed);
} catch (error) {
  // Left to itself, Node prints the glue's only line, a megabyte long, before the message.
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
