// Leaves at once: nothing of the form remains, and Back does not return to it. What the history says of a visit stays.

// Empty, of no site, there without a network: a weather page would take seconds, and its own trackers would see it.
const ELSEWHERE = "about:blank";
const PRESSES = 3;
const WITHIN = 1500;
// The page shows nothing any more: a slow phone may take its time to go back.
const PATIENCE = 1000;

/** `wipe()` forgets everything; `depth()` is how many entries of the history this page has added. */
export function onExit(button, wipe, depth) {
  const leave = () => {
    const added = depth();
    wipe();
    document.documentElement.hidden = true;
    document.title = "";
    const away = () => location.replace(ELSEWHERE);
    if (!added) return away();
    // Only the current entry can be replaced: go back to the first one of this page.
    addEventListener("popstate", away, { once: true });
    setTimeout(away, PATIENCE);
    history.go(-added);
  };
  button.addEventListener("click", leave);
  let presses = [];
  addEventListener("keydown", ({ key, timeStamp, repeat }) => {
    if (repeat) return;
    presses = key === "Escape" ? [...presses.filter((time) => timeStamp - time < WITHIN), timeStamp] : [];
    if (presses.length >= PRESSES) leave();
  });
}
