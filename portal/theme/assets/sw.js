/* The service worker of people who asked to keep the site on their device; nobody else has it.
 *
 * Pages come from the network first. Without network they come from the kept copy, with its date on them; their style,
 * scripts and Python then come from the same copy, by addresses that carry the edition: two editions never mix.
 * A page that came from the network asks the network for all the rest: this worker does not touch it. */

importScripts("assets/kept-store.js");

const FOLDER = "hors-ligne/";
// After this long without an answer, the kept copy is shown. In milliseconds.
const PATIENCE = 4000;
const PLACE = '<div id="copie" hidden></div>';
const store = self.keptStore(self.registration.scope);
const known = new Map();

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = store.path(request.url);
  if (request.method !== "GET" || path === null) return;
  if (path.startsWith(FOLDER)) event.respondWith(part(path.slice(FOLDER.length)));
  else if (request.mode === "navigate") event.respondWith(page(request, path));
});

/** The list of a kept edition, its files by path. */
async function edition(id) {
  if (!known.has(id)) {
    const list = await store.read(`listes/${id}`);
    if (!list) return null;
    known.set(id, { ...list, id, byPath: new Map(list.files.map((file) => [file.url, file])) });
  }
  return known.get(id);
}

async function stored(file) {
  return (await store.cache())?.match(store.fileKey(file));
}

/** A file that a kept page asks for: of its own edition, or none. */
async function part(address) {
  const mark = address.indexOf("/");
  const file = (await edition(address.slice(0, mark)))?.byPath.get(address.slice(mark + 1));
  return (file && (await stored(file))) || new Response("", { status: 404 });
}

async function page(request, path) {
  const { kept } = await store.state();
  const copies = Object.entries(kept);
  if (!copies.length) return fetch(request);
  await tidy();
  const copy = await find(copies, path);
  const same = copy && unchanged(copy);
  let response;
  try {
    // "no-cache": a page that the browser remembers is not news from the network.
    response = await soon(fetch(request.url, { cache: "no-cache", redirect: "manual", credentials: "same-origin" }), copy);
    if (response.status >= 500 && copy) throw new Error(`HTTP ${response.status}`);
  } catch {
    return copy ? serve(copy, true) : elsewhere(copies, path);
  }
  const identical = response.status === 200 && (await same) && response.clone().arrayBuffer().then(store.digest);
  // The same page of the same edition: its files need no network. When the body does not come, the list has vouched.
  if (identical && (await soon(identical, copy).catch(() => copy.file.sha256)) === copy.file.sha256) return serve(copy, false);
  return response;
}

/** `promise`, or a failure after PATIENCE when there is a `copy` to show instead. */
function soon(promise, copy) {
  if (!copy) return promise;
  return Promise.race([promise, new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("slow")))]);
}

/** {kept, list, file} of the page at `path`, or null. */
async function find(copies, path) {
  const wanted = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const lang = path.split("/")[0];
  for (const [, kept] of copies.sort(([a], [b]) => (b === lang) - (a === lang))) {
    const list = await edition(kept.id);
    const file = list?.byPath.get(wanted);
    if (file && (await stored(file))) return { kept, list, file };
  }
  return null;
}

/** Whether the site still publishes exactly what is kept. */
async function unchanged({ list }) {
  try {
    const response = await soon(fetch(new URL(list.address, store.scope), { cache: "no-cache" }), list);
    return response.ok && (await store.digest(await soon(response.arrayBuffer(), list))) === list.sha256;
  } catch {
    return false;
  }
}

/** No network, and the page is not kept: say so, at an address from which the links of the page work. */
async function elsewhere(copies, path) {
  const folder = await find(copies, `${path}/`);
  if (folder) return Response.redirect(new URL(`${path}/`, store.scope), 302);
  const list = await edition(copies[0][1].id);
  return list ? Response.redirect(new URL(list.missing, store.scope), 302) : Response.error();
}

async function serve({ kept, list, file }, alone) {
  const response = await stored(file);
  if (!file.url.endsWith(".html")) return response;
  let html = pinned(await response.text(), file.url, list);
  if (alone) html = html.replace(PLACE, () => banner(kept, list, file.url));
  return new Response(html, { headers: response.headers });
}

/** The page with the addresses of its files (never of other pages) leading to the same edition. */
function pinned(html, page, list) {
  const here = new URL(page, store.scope);
  return html.replace(/\b(href|src|data-[\w-]+)="([^"#?:]+)"/g, (whole, name, value) => {
    const path = store.path(new URL(value, here));
    if (!path || /\.(html|pdf)$/.test(path) || !(list.byPath.has(path) || list.folders.includes(path))) return whole;
    return `${name}="${address(page, list.id, path)}"`;
  });
}

/** `path` of the edition `id`, as written in `page`. */
function address(page, id, path) {
  return `${"../".repeat(page.split("/").length - 1)}${FOLDER}${id}/${path}`;
}

function banner({ day, id }, { edition: date, expires, texts }, page) {
  const old = new Date().toLocaleDateString("sv") > expires;
  const words = (iso) => {
    const [year, month, number] = iso.split("-").map(Number);
    const named = { day: number === 1 ? texts.first : number, month: texts.months[month - 1], year };
    return texts.date.replace(/\{(\w+)\}/g, (_, name) => named[name]).replaceAll(" ", "\u00a0");
  };
  const said = [texts.banner.replace("{kept}", words(day)).replace("{edition}", words(date)), old && texts.old.replace("{date}", words(expires))];
  const lines = said.filter(Boolean).map((text) => `<p>${text.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</p>`);
  const sheet = `<link rel="stylesheet" href="${address(page, id, "assets/keep.css")}">`;
  return `${sheet}<aside id="copie" class="kept-copy${old ? " old" : ""}" aria-label="${texts.label}">${lines.join("")}</aside>`;
}

/** What an update left behind goes when no page can still be using it. */
async function tidy() {
  if (!(await self.clients.matchAll({ type: "window", includeUncontrolled: true })).length) await store.sweep();
}
