/**
 * Follows the guide's own links without loading the page anew, and brings a person to the top of the page they go to.
 *
 * Loading anew would end the visit, and with it the answers. Streamlit keeps the scroll position and the focus of the page
 * before, so a new chapter would open at its end.
 *
 * @param {{data: {at: string}, setTriggerValue: (name: string, value: string) => void}} component
 *   at: the page, and the chapter or the claim it is opened at
 */
export default function ({ data, setTriggerValue }) {
  const follow = (/** @type {MouseEvent} */ event) => {
    // The map lives in a shadow tree, where the target of the event is its outer part.
    const part = /** @type {Element} */ (event.composedPath()[0]);
    const link = /** @type {HTMLAnchorElement | null} */ (part.closest?.("a.guide-link"));
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setTriggerValue("to", link.getAttribute("href") ?? "/");
  };
  document.addEventListener("click", follow);

  const root = document.documentElement;
  const before = root.dataset.guideAt;
  root.dataset.guideAt = data.at;
  const arrived = before !== undefined && before !== data.at; // not the first page of a visit, not an answer on a page
  if (arrived) {
    requestAnimationFrame(() => {
      document.querySelector(".stMain")?.scrollTo(0, 0);
      const heading = document.querySelector("h1");
      heading?.setAttribute("tabindex", "-1");
      heading?.focus({ preventScroll: true });
    });
  }
  return () => document.removeEventListener("click", follow);
}
