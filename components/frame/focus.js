/**
 * Brings the keyboard, and those who listen, to the part that an action leads to. Streamlit draws the pressed button away
 * and leaves the focus nowhere.
 *
 * @param {{data: {to: string, turn: string}}} component to: a CSS selector. turn: new for each action, so that none is
 *   followed twice.
 */
export default function ({ data }) {
  const root = document.documentElement;
  if (root.dataset.guideFocus === data.turn) return;
  root.dataset.guideFocus = data.turn;
  const end = performance.now() + 3000;
  // Who has gone on to the next thing is not called back: the page would move under the hand.
  let wentOn = false;
  for (const press of ["pointerdown", "keydown"]) addEventListener(press, () => (wentOn = true), { once: true, capture: true });
  const look = () => {
    if (wentOn) return;
    const there = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(data.to)]);
    const part = there.find((one) => !one.closest('[data-stale="true"]')); // not one that is about to be drawn away
    const running = document.querySelector('[data-test-script-state="running"]');
    if (part && !running) {
      if (!part.matches("a, button, input")) part.setAttribute("tabindex", "-1");
      part.focus();
      if (part.matches("h2, h3")) part.scrollIntoView(); // what it heads is seen, and not the heading alone
    } else if (performance.now() < end) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
