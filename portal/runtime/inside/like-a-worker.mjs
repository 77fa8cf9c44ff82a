// Under Node, a start and a use of Pyodide that go through the same code as in the browser's worker.
import { readFileSync } from "node:fs";

const ADDRESS = "http://localhost/";

/** Makes Node look like a worker whose files are handed over as theme/assets/worker.js does: those of the folder
 * `runtime`, and the zip `library`. Returns where loadPyodide must be told that they are. */
export function likeAWorker(runtime, library) {
  delete globalThis.process;
  globalThis.self = globalThis;
  globalThis.WorkerGlobalScope = { [Symbol.hasInstance]: () => true };
  globalThis.importScripts = () => {};
  globalThis.location = new URL("worker.js", ADDRESS);
  const zip = readFileSync(library);
  globalThis.fetch = async (address) => new Response(String(address).endsWith(".zip") ? zip : null);
  WebAssembly.instantiateStreaming = (_response, imports) =>
    WebAssembly.instantiate(readFileSync(`${runtime}/pyodide.asm.wasm`), imports);
  (0, eval)(readFileSync(`${runtime}/pyodide.asm.js`, "utf8"));
  return { indexURL: ADDRESS, stdLibURL: `${ADDRESS}library.zip` };
}

/** What worker.js asks of Python, and what may go wrong there. */
export function useLikeAWorker(python, graphs, letters) {
  const browser = python.runPython("import checker.browser; checker.browser");
  browser.install(graphs);
  python.FS.writeFile("/added.zip", new Uint8Array(letters));
  browser.add("/added.zip");
  for (const text of ["{}", "{", "null", '{"answers": {"document": "é😀"}}', "\ud800"]) browser.call("consult", text);
  const mistakes = [
    () => browser.absent(),
    () => browser.call(),
    () => browser.call(3, null),
    () => browser.call("consult", {}),
    () => browser.install("{"),
    () => browser.add("/absent.zip"),
    () => python.runPython("1 / 0"),
    () => python.runPython("1 +"),
    () => python.runPython("import absent"),
  ];
  for (const mistake of mistakes) {
    try {
      mistake();
    } catch (error) {
      if (!(error instanceof python.ffi.PythonError) && !(error instanceof TypeError)) throw error;
    }
  }
  browser.destroy();
}
