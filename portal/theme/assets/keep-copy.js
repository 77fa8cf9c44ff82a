// Downloads the copy to keep, checks it, puts it in place at once, forgets it. No interface here: see keep-view.js.

import "./kept-store.js";

const LINES = 4;

export class KeepError extends Error {
  /** `reason`: "network", "changed", "space", "refused" or "busy". `detail`: a technical word on it. */
  constructor(reason, detail) {
    super(detail);
    this.reason = reason;
  }
}

/** Resolves when the service worker can answer without network. */
function active(registration) {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new KeepError("refused", "service worker"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** Waits for something to be written; says why it could not be. */
async function written(promise) {
  try {
    await promise;
  } catch (error) {
    throw new KeepError(error.name === "QuotaExceededError" ? "space" : "refused", error.message);
  }
}

export class Copy {
  /** `scope`: absolute URL of the site's folder. `address`: path of the list inside it. */
  constructor(scope, address, lang) {
    Object.assign(this, { address, lang, store: self.keptStore(scope) });
  }

  /** {kept, pending}: what this device holds now; `kept.whole` tells whether every file is still there. */
  async look() {
    const { kept, pending } = await this.store.state();
    const found = kept[this.lang];
    if (!found) return { kept: null, pending: pending[this.lang] ?? null };
    const list = await this.store.read(`listes/${found.id}`);
    const missing = list ? await this.#missing(list.files) : [null];
    return { kept: { ...found, list, whole: !missing.length }, pending: pending[this.lang] ?? null };
  }

  /** What the site offers now. Raises KeepError. */
  async offer() {
    const { value, sha256 } = await this.#json(this.address);
    return { ...value, sha256, address: this.address };
  }

  /** {files, wire}: the files still to fetch for this offer, and their bytes on the wire. */
  async plan(offer, extras) {
    const chosen = offer.extras.filter(({ id }) => extras.includes(id));
    const files = [...offer.files];
    for (const extra of chosen) {
      const { value, sha256 } = await this.#json(extra.list);
      if (sha256 !== extra.sha256) throw new KeepError("changed", extra.list);
      files.push(...value.files);
    }
    const missing = await this.#missing(files);
    return { files, missing, wire: missing.reduce((sum, file) => sum + file.wire, 0) };
  }

  /** Keeps `offer` and the `extras` (ids). `progress(done, total)` in bytes on the wire. `signal` cancels: what was
   * received stays, for the next try. Raises KeepError, or AbortError. */
  async keep(offer, extras, progress, signal) {
    await this.#alone(async () => {
      const registration = await this.#register();
      const { files, missing } = await this.plan(offer, extras);
      await this.#change(({ pending }) => {
        pending[this.lang] = { extras, files };
      });
      await this.#fetchAll(files, missing, progress, signal);
      await active(registration);
      await this.#switch(offer, extras, files);
    });
  }

  /** Removes the copy and the service worker of this site's folder, and nothing else. Raises KeepError. */
  async forget() {
    // A download that goes on in another tab would put the copy back.
    await this.#alone(async () => {
      await caches.delete(this.store.name);
      const registration = await navigator.serviceWorker.getRegistration(this.store.scope);
      // A site around ours may have its own.
      if (registration?.scope === this.store.scope) await registration.unregister();
    });
  }

  /** Runs `work` unless another tab does such work: then raises KeepError. */
  async #alone(work) {
    await navigator.locks.request(this.store.name, { ifAvailable: true }, (lock) => {
      if (!lock) throw new KeepError("busy");
      return work();
    });
  }

  async #register() {
    try {
      const { scope } = this.store;
      return await navigator.serviceWorker.register(new URL("sw.js", scope), { scope, updateViaCache: "none" });
    } catch (error) {
      if (error.name === "TypeError") throw new KeepError("network", error.message);
      throw new KeepError("refused", error.message);
    }
  }

  async #missing(files) {
    const cache = await this.store.cache();
    const here = new Set(((await cache?.keys()) ?? []).map(({ url }) => url));
    return files.filter((file) => !here.has(this.store.fileKey(file)));
  }

  async #fetchAll(files, missing, progress, signal) {
    const total = files.reduce((sum, file) => sum + file.wire, 0);
    let done = total - missing.reduce((sum, file) => sum + file.wire, 0);
    const queue = [...missing];
    progress(done, total);
    const line = async () => {
      for (let file = queue.shift(); file; file = queue.shift()) {
        await this.#fetchOne(file, signal, (share) => progress((done += share * file.wire), total));
      }
    };
    const stopped = (error) => {
      queue.length = 0;
      return error;
    };
    // After a failure nothing more is begun, but the other lines finish their file: it may be the largest.
    const failures = await Promise.all(Array.from({ length: LINES }, () => line().catch(stopped)));
    if (signal.aborted) throw signal.reason;
    const failure = failures.find(Boolean);
    if (failure) throw failure;
  }

  async #fetchOne(file, signal, advance) {
    const response = await this.#get(file.url, signal);
    const bytes = new Uint8Array(file.bytes);
    let received = 0;
    try {
      for (const reader = response.body.getReader(); ; ) {
        const { done, value } = await reader.read();
        if (done) break;
        if (received + value.length > bytes.length) throw new KeepError("changed", file.url);
        bytes.set(value, received);
        received += value.length;
        advance(value.length / file.bytes);
      }
    } catch (error) {
      if (error instanceof KeepError || signal.aborted) throw error;
      throw new KeepError("network", `${file.url}: ${error.message}`);
    }
    if (received !== file.bytes) throw new KeepError("network", `${file.url}: ${received}/${file.bytes}`);
    if ((await this.store.digest(bytes)) !== file.sha256) throw new KeepError("changed", file.url);
    const headers = new Headers(response.headers);
    // The bytes are kept decompressed, and answer whoever asks.
    for (const name of ["Content-Encoding", "Content-Length", "Vary"]) headers.delete(name);
    await written(caches.open(this.store.name).then((cache) => cache.put(this.store.fileKey(file), new Response(bytes, { headers }))));
  }

  async #get(path, signal) {
    let response;
    try {
      response = await fetch(new URL(path, this.store.scope), { cache: "no-cache", signal });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new KeepError("network", `${path}: ${error.message}`);
    }
    if (!response.ok) throw new KeepError(response.status >= 500 ? "network" : "changed", `${path}: HTTP ${response.status}`);
    return response;
  }

  async #json(path) {
    const response = await this.#get(path);
    try {
      const bytes = await response.arrayBuffer();
      return { value: JSON.parse(new TextDecoder().decode(bytes)), sha256: await this.store.digest(bytes) };
    } catch (error) {
      throw new KeepError("network", `${path}: ${error.message}`);
    }
  }

  async #change(edit) {
    const state = await this.store.state();
    edit(state);
    await written(this.store.write("etat", state));
  }

  /** Every file is there: the new edition takes the place of the old one in a single write. */
  async #switch(offer, extras, files) {
    const { extras: _, ...list } = offer;
    const id = [this.lang, offer.sha256.slice(0, 16), ...extras].join("-");
    const folders = new Set(files.flatMap(({ url }) => url.split("/").slice(0, -1).map((_part, n, all) => `${all.slice(0, n + 1).join("/")}/`)));
    const wire = files.reduce((sum, file) => sum + file.wire, 0);
    await written(this.store.write(`listes/${id}`, { ...list, files, wire, folders: [...folders].filter((path) => path !== `${this.lang}/`) }));
    await this.#change(({ kept, pending }) => {
      kept[this.lang] = { id, sha256: offer.sha256, day: new Date().toLocaleDateString("sv"), extras };
      delete pending[this.lang];
    });
  }
}
