let off = () => {}; // Streamlit calls this again for new data, and the clean-up only when the part goes

/**
 * Ways through the guide that keep the visit, and so the answers, alive.
 *
 * Follows the guide's own links without loading the page anew; brings a person to the top of the page they go to, and Back
 * to where they were; lets what was typed last reach the server before a page is left. Streamlit keeps the scroll position
 * and the focus of the page before, and follows no link inside a text.
 *
 * @param {{data: {at: string}}} component at: the page, and the chapter or the claim it is opened at
 */
export default function ({ data }) {
  off();
  const ending = new AbortController();
  const { signal } = ending;
  off = () => ending.abort();

  const root = document.documentElement;
  const main = () => document.querySelector(".stMain");
  const part = (/** @type {Event} */ event) => /** @type {Element} */ (event.composedPath()[0]); // the map has a shadow tree

  /** Go to the top of what is shown, or to where it was left, and let reading start at the heading. */
  const arrive = (/** @type {number} */ top) => {
    const heading = document.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
    // What stands above is drawn bit by bit: the place is kept until it holds still. A person who scrolls has the last word.
    let until = performance.now() + (top ? 10_000 : 0);
    let [high, moved] = [0, performance.now()];
    for (const hand of ["wheel", "touchstart", "pointerdown", "keydown"]) {
      addEventListener(hand, () => { until = 0; }, { passive: true, signal });
    }
    const scroll = () => {
      const page = main();
      if (!page || signal.aborted) return; // the person has gone on
      if (Math.abs(page.scrollTop - top) > 1 || page.scrollHeight !== high) {
        page.scrollTo({ top, behavior: "instant" });
        [high, moved] = [page.scrollHeight, performance.now()];
      }
      if (performance.now() < Math.min(until, moved + 1500)) requestAnimationFrame(scroll);
    };
    requestAnimationFrame(scroll);
  };

  /** Go to an address as Back and Forward do: Streamlit asks for the page it names. */
  const go = (/** @type {string} */ address) => {
    if (address === location.pathname + location.search) return arrive(0);
    history.pushState({}, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  };

  const follow = (/** @type {MouseEvent} */ event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (part(event).closest?.("a[href]"));
    const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || link.origin !== location.origin || link.target === "_blank") return;
    history.replaceState({ ...history.state, top: main()?.scrollTop ?? 0 }, ""); // Back comes back here
    delete root.dataset.guideTop;
    const typed = Number(root.dataset.guideTyped ?? 0) + 400 - performance.now();
    if (typed > 0 && root.dataset.guideTyped) {
      // A tap leaves a field and presses a link in one go: Streamlit would answer the first and lose the second.
      event.preventDefault();
      event.stopPropagation();
      delete root.dataset.guideTyped;
      setTimeout(() => link.click(), typed);
    } else if (link.matches(".guide-link") || (location.search && !link.search && link.pathname === location.pathname)) {
      event.preventDefault(); // also the page one is on, to leave the chapter or the claim it is opened at
      event.stopPropagation();
      go(link.pathname + link.search);
    }
  };

  const noteTyped = (/** @type {FocusEvent} */ event) => {
    if (part(event).matches?.("textarea, input[type=text]")) root.dataset.guideTyped = String(performance.now());
  };
  const noteBack = (/** @type {PopStateEvent} */ event) => {
    if (event.isTrusted) root.dataset.guideTop = String(event.state?.top ?? 0);
  };
  const closeCard = (/** @type {FocusEvent} */ event) => {
    const card = /** @type {HTMLElement | null} */ (document.querySelector(".word-card:popover-open"));
    if (card && !card.contains(part(event))) card.hidePopover();
  };

  document.addEventListener("click", follow, { capture: true, signal });
  document.addEventListener("focusout", noteTyped, { capture: true, signal });
  document.addEventListener("focusin", closeCard, { signal });
  addEventListener("popstate", noteBack, { signal });

  const before = root.dataset.guideAt;
  root.dataset.guideAt = data.at;
  if (before !== undefined && before !== data.at) arrive(Number(root.dataset.guideTop ?? 0)); // not the first page
  if (before !== data.at) delete root.dataset.guideTop;
  return off;
}
