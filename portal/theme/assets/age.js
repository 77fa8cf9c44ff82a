/* Shows what a page says once its review date, or the last day of its edition, is past by the clock of the device: what
 * bears data-after (ISO day) is shown after that day, what bears data-until is hidden after it. It fetches and stores
 * nothing, and is no module: browsers refuse modules from a disk. A clock that is late says nothing: the dates that the
 * page writes are always there. */
{
  const show = () => {
    const now = new Date();
    // The day where the reader is, whatever the languages and calendars of the browser.
    const today = new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
    for (const part of document.querySelectorAll("[data-after],[data-until]")) {
      const { after, until } = part.dataset;
      part.hidden = today <= after || today > until;
    }
  };
  show();
  // A page left open, kept by the browser or printed later grows old too.
  for (const event of ["pageshow", "visibilitychange", "beforeprint"]) addEventListener(event, show);
}
