/* Runs the checker: Pyodide and the checker's own Python, in a worker, so that the page stays alive.
 *
 * In:   {type: "load", base, variant, graphs, lang, words}
 *                                                   base: absolute address of runtime/; variant: "small" or "safe";
 *                                                   graphs: text of graphs.json, which the page has already;
 *                                                   words: text of <lang>/regles.json, none in French
 *       {type: "call", id, name, argument}          see checker.browser; argument: a plain object
 * Out:  {type: "progress", received, total[, id]}   bytes once decompressed; with an id, those of the letters
 *       {type: "ready", ms}
 *       {type: "result", id, value}
 *       {type: "failed", stage, message, trap[, id]}
 *                                                   stage: "download", "compile", "start" or "call";
 *                                                   trap: Python is dead, and so is this worker
 * To cancel, terminate the worker. Nothing is stored, and once it is ready nothing is requested but the letters,
 * when they are called.
 */

const MANIFEST = "manifest.json";
const WASM = "pyodide.asm.wasm";
const GLUE = "pyodide.asm.js";
const LOADER = "pyodide.mjs";
const LIBRARY = "library.zip";
const GRAPHS = "graphs.json";
const LETTERS = "letters.zip";
const LETTER_CALLS = new Set(["letters", "letter"]);

class Failure extends Error {
  constructor(stage, cause, trap = true) {
    super(cause?.message ?? String(cause));
    Object.assign(this, { stage, trap });
  }
}

// Python's code can reach the worker's own fetch, which refuses everything once the files are here.
const network = self.fetch.bind(self);
let python = null;
let browser = null;
let letters = null;
let files = null;

self.onmessage = async ({ data }) => {
  try {
    if (data.type === "load") await load(data);
    if (data.type === "call") self.postMessage({ type: "result", id: data.id, value: await call(data) });
  } catch (error) {
    const { stage = "start", trap = true, message } = error;
    self.postMessage({ type: "failed", stage, message, trap, id: data.id });
  }
};

async function load({ base, variant, graphs, lang = "fr", words = "" }) {
  const start = performance.now();
  const folder = `${variant}/`;
  files = follow(base, variant);
  // All requests leave at once: on a slow line each wait for an answer costs as much as 30 kB.
  const [module, library, { loadPyodide }] = await Promise.all([
    compile(folder + WASM),
    collect(LIBRARY, files.add),
    run(folder + LOADER),
    run(folder + GLUE),
    files.size(GRAPHS).then(files.add),
  ]);
  const broken = lend(module, library);
  const { lock } = await files.manifest;
  python = await Promise.race([
    broken,
    loadPyodide({
      indexURL: base + folder,
      packageBaseUrl: base,
      stdLibURL: base + LIBRARY,
      lockFileContents: lock,
      env: { HOME: "/" },
    }),
  ]);
  browser = python.runPython("import checker.browser; checker.browser");
  browser.install(graphs, lang, words);
  self.postMessage({ type: "ready", ms: Math.round(performance.now() - start) });
}

async function call({ id, name, argument }) {
  if (!browser) throw new Failure("call", "not ready", false);
  if (LETTER_CALLS.has(name)) await addLetters(id);
  try {
    return JSON.parse(browser.call(name, JSON.stringify(argument)));
  } catch (error) {
    // A Python exception leaves Python whole. Anything else (trap, exhausted stack, fatal error) does not.
    throw new Failure("call", error, !(error instanceof python.ffi.PythonError));
  }
}

/* Gives Python the letters, at the first call that wants them; after a failure the next call tries again. */
async function addLetters(id) {
  letters ??= fetchLetters(id);
  try {
    await letters;
  } catch (error) {
    letters = null;
    throw error;
  }
}

async function fetchLetters(id) {
  const total = await files.size(LETTERS);
  let received = 0;
  const data = await collect(LETTERS, (bytes) => {
    received += bytes;
    self.postMessage({ type: "progress", received, total, id });
  });
  try {
    python.FS.writeFile(`/${LETTERS}`, new Uint8Array(data));
    browser.add(`/${LETTERS}`);
  } catch (error) {
    throw new Failure("call", error);
  }
}

/* Sizes by name, from the manifest, which is asked for at the same time as the rest; counts what has come. */
function follow(base, variant) {
  const manifest = request(base, MANIFEST).then((response) => response.json());
  let received = 0;
  return {
    base,
    manifest,
    async size(name) {
      const { variants, extras } = await manifest;
      const listed = [...variants[variant].files, ...Object.values(extras)].find((file) => file.name === name);
      if (!listed) throw new Failure("download", `${name}: not in ${MANIFEST}`);
      return listed.bytes;
    },
    async add(bytes) {
      received += bytes;
      const total = (await manifest).variants[variant].total.bytes;
      self.postMessage({ type: "progress", received, total });
    },
  };
}

async function request(base, name) {
  try {
    // File names carry no version: "no-cache" keeps a browser from mixing two editions.
    const response = await network(base + name, { cache: "no-cache" });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response;
  } catch (error) {
    throw new Failure("download", `${name}: ${error.message}`, false);
  }
}

/* The response, its body counted by `add`; a body of the wrong length is an error. */
async function download(name, add) {
  const response = await request(files.base, name);
  const expected = await files.size(name);
  const reader = response.body.getReader();
  let received = 0;
  const body = new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) {
          received += value.length;
          controller.enqueue(value);
          await add(value.length);
        } else if (received === expected) {
          controller.close();
        } else {
          throw new Error(`${received} bytes instead of ${expected}`);
        }
      } catch (error) {
        counted.failure = new Failure("download", `${name}: ${error.message}`, false);
        controller.error(counted.failure);
      }
    },
  });
  // The type is set here, so that streaming compilation does not depend on the host's settings.
  const counted = new Response(body, { headers: { "Content-Type": "application/wasm" } });
  return counted;
}

async function collect(name, add) {
  const response = await download(name, add);
  try {
    return await response.arrayBuffer();
  } catch (error) {
    throw response.failure ?? error;
  }
}

async function compile(name) {
  const response = await download(name, files.add);
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (error) {
    throw response.failure ?? new Failure("compile", error);
  }
}

async function run(name) {
  let exported;
  try {
    exported = await import(files.base + name);
  } catch (error) {
    // The browser does not tell a module that did not come whole from one that is wrong: fetching it again does.
    await collect(name, () => {});
    throw new Failure("compile", `${name}: ${error.message}`);
  }
  await files.size(name).then(files.add);
  return exported;
}

/* Gives Pyodide the two files it would fetch by itself, and refuses every other request from then on.
 * Returns a promise that only fails: Pyodide waits for ever when its WebAssembly cannot be instantiated. */
function lend(module, library) {
  self.fetch = async (address) => {
    if (String(address).endsWith(`/${WASM}`)) return new Response();
    if (String(address).endsWith(`/${LIBRARY}`)) return new Response(library);
    throw new TypeError(`request refused: ${address}`);
  };
  for (const name of ["XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "Worker"]) self[name] = undefined;
  return new Promise((_, reject) => {
    self.addEventListener("unhandledrejection", ({ reason }) => reject(new Failure("start", reason)));
    WebAssembly.instantiateStreaming = async (_response, imports) => {
      try {
        return { module, instance: await WebAssembly.instantiate(module, imports) };
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}
