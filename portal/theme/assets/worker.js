/* Runs the checker: Pyodide and the checker's own Python, in a worker, so that the page stays alive.
 *
 * In:   {type: "load", base}                       base: absolute address of runtime/
 *       {type: "ask", id, request}                 request: a plain object, see checker.consult
 * Out:  {type: "progress", received, total}        bytes once decompressed: their ratio is the progress
 *       {type: "ready", ms}
 *       {type: "answer", id, response}
 *       {type: "failed", stage, message[, id]}     stage: "download", "compile", "start" or "answer"
 * To cancel, terminate the worker. Nothing is stored, and nothing is requested once it is ready.
 */

const MANIFEST = "manifest.json";
const WASM = "pyodide.asm.wasm";
const GLUE = "pyodide.asm.js";
const LOADER = "pyodide.mjs";
const LIBRARY = "library.zip";

class Failure extends Error {
  constructor(stage, cause) {
    super(cause.message ?? String(cause));
    this.stage = stage;
  }
}

let answer = null;

self.onmessage = async ({ data }) => {
  try {
    if (data.type === "load") await load(data.base);
    if (data.type === "ask") ask(data.id, data.request);
  } catch (error) {
    self.postMessage({ type: "failed", stage: error.stage ?? "start", message: error.message, id: data.id });
  }
};

async function load(base) {
  const start = performance.now();
  const progress = follow(base);
  // All requests leave at once: on a slow line each wait for an answer costs as much as 30 kB.
  const [module, library, { loadPyodide }] = await Promise.all([
    compile(base, progress),
    collect(base, LIBRARY, progress),
    run(base, LOADER, progress),
    run(base, GLUE, progress),
  ]);
  const broken = lend(module, library);
  const python = await Promise.race([
    broken,
    loadPyodide({
      indexURL: base,
      packageBaseUrl: base,
      stdLibURL: base + LIBRARY,
      lockFileContents: (await progress.manifest).lock,
      env: { HOME: "/" },
    }),
  ]);
  answer = python.runPython("from checker.browser import answer; answer");
  self.postMessage({ type: "ready", ms: Math.round(performance.now() - start) });
}

function ask(id, request) {
  try {
    const response = JSON.parse(answer(JSON.stringify(request)));
    self.postMessage({ type: "answer", id, response });
  } catch (error) {
    throw new Failure("answer", error);
  }
}

/* Counts bytes against the manifest, which is asked for at the same time as the rest. */
function follow(base) {
  const manifest = request(base, MANIFEST).then((response) => response.json());
  let received = 0;
  return {
    manifest,
    async size(name) {
      return (await manifest).files.find((file) => file.name === name).bytes;
    },
    async add(bytes) {
      received += bytes;
      self.postMessage({ type: "progress", received, total: (await manifest).total.bytes });
    },
  };
}

async function request(base, name) {
  try {
    // File names carry no version: "no-cache" keeps a browser from mixing two editions.
    const response = await fetch(base + name, { cache: "no-cache" });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response;
  } catch (error) {
    throw new Failure("download", `${name}: ${error.message}`);
  }
}

/* The response, its body counted; a body of the wrong length is an error. */
async function download(base, name, progress) {
  const response = await request(base, name);
  const expected = await progress.size(name);
  const reader = response.body.getReader();
  let received = 0;
  const body = new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) {
          received += value.length;
          controller.enqueue(value);
          await progress.add(value.length);
        } else if (received === expected) {
          controller.close();
        } else {
          throw new Error(`${received} bytes instead of ${expected}`);
        }
      } catch (error) {
        counted.failure = new Failure("download", `${name}: ${error.message}`);
        controller.error(counted.failure);
      }
    },
  });
  // The type is set here, so that streaming compilation does not depend on the host's settings.
  const counted = new Response(body, { headers: { "Content-Type": "application/wasm" } });
  return counted;
}

async function collect(base, name, progress) {
  const response = await download(base, name, progress);
  try {
    return await response.arrayBuffer();
  } catch (error) {
    throw response.failure ?? error;
  }
}

async function compile(base, progress) {
  const response = await download(base, WASM, progress);
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (error) {
    throw response.failure ?? new Failure("compile", error);
  }
}

async function run(base, name, progress) {
  try {
    const exported = await import(base + name);
    await progress.add(await progress.size(name));
    return exported;
  } catch (error) {
    throw error instanceof Failure ? error : new Failure("download", `${name}: ${error.message}`);
  }
}

/* Gives Pyodide the two files it would fetch by itself, and refuses every other request from then on.
 * Returns a promise that only fails: Pyodide waits for ever when its WebAssembly cannot be instantiated. */
function lend(module, library) {
  self.fetch = async (address) => {
    if (String(address).endsWith(`/${WASM}`)) return new Response();
    if (String(address).endsWith(`/${LIBRARY}`)) return new Response(library);
    throw new TypeError(`request refused: ${address}`);
  };
  return new Promise((_, reject) => {
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
