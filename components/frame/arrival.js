/**
 * Brings a person to the top of a page they have just gone to, and a screen reader to its heading. Streamlit keeps the
 * scroll position and the focus of the page before, so a new chapter would open at its end.
 *
 * @param {{data: {at: string}}} component at: the page, and the chapter where there is one
 */
export default function ({ data }) {
  const root = document.documentElement;
  const before = root.dataset.guideAt;
  root.dataset.guideAt = data.at;
  if (before === undefined || before === data.at) return; // the first page of a visit, or an answer on the same page
  requestAnimationFrame(() => {
    document.querySelector(".stMain")?.scrollTo(0, 0);
    const heading = document.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  });
}
