/* Where the kept copy lies. A classic script, read by the page (import) and by the service worker (importScripts): both
 * must name things alike.
 *
 * One cache, named after the folder of the site: the other copies and sites of the same origin are never touched. Keys:
 *   hors-ligne/etat                      {kept: {lang: {id, day, extras}}, pending: {lang: {extras, files}}}
 *   hors-ligne/listes/<id>               what a kept edition holds; an <id> never changes its content
 *   hors-ligne/fichiers/<sha256>/<path>  a file, checked before it is written
 * Pages served from the copy ask for their files at hors-ligne/<id>/<path>, so that no file of another edition can
 * answer. A change of this layout takes another number in NAME. */

self.keptStore = (scope) => {
  const name = `droits-en-attente 1 ${new URL(scope).pathname}`;
  const key = (path) => new URL(`hors-ligne/${path}`, scope).href;
  // Looking creates nothing: an empty cache would be a trace too.
  const cache = async () => ((await caches.has(name)) ? caches.open(name) : null);

  const read = async (path) => {
    const found = await (await cache())?.match(key(path));
    return found ? found.json() : null;
  };

  return {
    name,
    scope,
    key,
    cache,
    read,
    fileKey: (file) => key(`fichiers/${file.sha256}/${file.url}`),
    state: async () => (await read("etat")) ?? { kept: {}, pending: {} },

    /** Writes JSON; creates the cache. */
    async write(path, value) {
      const headers = { "Content-Type": "application/json" };
      await (await caches.open(name)).put(key(path), new Response(JSON.stringify(value), { headers }));
    },

    /** The path of `url` inside the site, without its query; null elsewhere. */
    path(url) {
      const { origin, pathname } = new URL(url);
      const base = new URL(scope);
      if (origin !== base.origin || !pathname.startsWith(base.pathname)) return null;
      return decodeURIComponent(pathname.slice(base.pathname.length));
    },

    /** Forgets the files that no kept edition and no interrupted download needs. */
    async sweep() {
      const opened = await cache();
      if (!opened) return;
      const { kept, pending } = await this.state();
      const needed = new Set([key("etat")]);
      for (const { id } of Object.values(kept)) {
        needed.add(key(`listes/${id}`));
        for (const file of (await read(`listes/${id}`))?.files ?? []) needed.add(this.fileKey(file));
      }
      for (const { files } of Object.values(pending)) for (const file of files) needed.add(this.fileKey(file));
      for (const request of await opened.keys()) if (!needed.has(request.url)) await opened.delete(request);
    },

    digest: async (bytes) => {
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
    },
  };
};
