const ON_THE_WAY = "on the way"; // who turns back before the next page is drawn arrives anew on the page just left

/**
 * How far down the place is that Back or Forward leads to; 0 once a person presses something else. Kept between pages, for
 * who turns at once. A wheel does not end it: a swipe back on a trackpad turns it still.
 */
let turnedTo = 0;
let arriving = new AbortController(); // ended when the person goes on

const root = document.documentElement;
const main = () => document.querySelector(".stMain");
const part = (/** @type {Event} */ event) => /** @type {Element} */ (event.composedPath()[0]); // the map has a shadow tree

/** Go to the top of what is shown, or to where it was left, and let reading start at the heading. */
function arrive(/** @type {number} */ top) {
  const { signal } = arriving;
  const heading = document.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
  // What stands above is drawn bit by bit: the place is kept until the page is ready and holds still, however long that
  // takes. A person who scrolls has the last word.
  let [high, moved, touched] = [0, performance.now(), false];
  for (const hand of ["touchstart", "pointerdown", "keydown"]) {
    addEventListener(hand, () => { touched = true; }, { passive: true, signal });
  }
  addEventListener("wheel", () => { touched ||= high > 0; }, { passive: true, signal }); // it may turn still from before
  const scroll = () => {
    const page = main();
    if (!page || signal.aborted || touched) return; // a page that moves under a press would lose it
    const running = document.querySelector('[data-test-script-state="running"]');
    if (running || Math.abs(page.scrollTop - top) > 1 || page.scrollHeight !== high) {
      page.scrollTo({ top, behavior: "instant" });
      if (running || page.scrollHeight !== high) moved = performance.now(); // a page grown shorter is given up in the end
      high = page.scrollHeight;
    }
    if (top > 0 && performance.now() < moved + 3000) requestAnimationFrame(scroll);
  };
  requestAnimationFrame(scroll);
}

/** Go to an address as Back and Forward do: Streamlit asks for the page it names. */
function go(/** @type {string} */ address) {
  if (address === location.pathname + location.search) return arrive(0);
  history.pushState({}, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}

function follow(/** @type {MouseEvent} */ event) {
  const link = /** @type {HTMLAnchorElement | null} */ (part(event).closest?.("a[href]"));
  const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || link.origin !== location.origin || link.target === "_blank") return;
  history.replaceState({ ...history.state, top: main()?.scrollTop ?? 0 }, ""); // Back comes back here
  [root.dataset.guideAt, turnedTo] = [ON_THE_WAY, 0];
  const typed = Number(root.dataset.guideTyped ?? 0) + 400 - performance.now();
  if (typed > 0 && root.dataset.guideTyped) {
    // A tap leaves a field and presses a link in one go: Streamlit would answer the first and lose the second.
    event.preventDefault();
    event.stopPropagation();
    delete root.dataset.guideTyped;
    setTimeout(() => link.click(), typed);
  } else if (link.matches(".guide-link") || (link.search !== location.search && link.pathname === location.pathname)) {
    event.preventDefault(); // also to another part of the page one is on: Streamlit would leave the address as it is
    event.stopPropagation();
    go(link.pathname + link.search);
  }
}

function noteTyped(/** @type {FocusEvent} */ event) {
  if (part(event).matches?.("textarea, input[type=text]")) root.dataset.guideTyped = String(performance.now());
}

function closeCard(/** @type {FocusEvent} */ event) {
  const card = /** @type {HTMLElement | null} */ (document.querySelector(".word-card:popover-open"));
  if (card && !card.contains(part(event))) card.hidePopover();
}

// Listened to once and for good, so that no link is pressed unheard while one page is replaced by the next.
addEventListener("popstate", (event) => {
  if (event.isTrusted) [turnedTo, root.dataset.guideAt] = [event.state?.top ?? 0, ON_THE_WAY];
});
for (const press of ["pointerdown", "keydown"]) addEventListener(press, () => { turnedTo = 0; }, { passive: true });
document.addEventListener("click", follow, { capture: true });
document.addEventListener("focusout", noteTyped, { capture: true });
document.addEventListener("focusin", closeCard);

/**
 * Ways through the guide that keep the visit, and so the answers, alive.
 *
 * Follows the guide's own links without loading the page anew; brings a person to the top of the page they go to, and Back
 * to where they were; lets what was typed last reach the server before a page is left. Streamlit keeps the scroll position
 * and the focus of the page before, and follows no link inside a text.
 *
 * Streamlit calls this for each page and for new data, and what it returns only when the part goes.
 *
 * @param {{data: {at: string}}} component at: the page, and the chapter or the claim it is opened at
 */
export default function ({ data }) {
  arriving.abort();
  const here = new AbortController();
  arriving = here;
  const before = root.dataset.guideAt;
  root.dataset.guideAt = data.at;
  if (before !== undefined && before !== data.at) arrive(turnedTo); // not the first page
  return () => here.abort();
}
