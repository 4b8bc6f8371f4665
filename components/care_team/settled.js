// Stands below print.js and message.js: see take_view.py.

/**
 * Waits until the sheet holds what was typed last: leaving a field and pressing a button is one movement.
 *
 * @param {boolean} typing whether a field held something the server had not been told when the press began.
 */
async function settled(typing) {
  const running = () => document.querySelector('[data-test-script-state="running"]');
  const start = performance.now();
  const rest = () => new Promise((done) => setTimeout(done, 30));
  while (!running() && performance.now() - start < (typing ? 2000 : 150)) await rest();
  while (running() && performance.now() - start < 4000) await rest();
  await rest();
}

/** Whether a field holds something the server was not told: Streamlit then says at the field how to send it. */
const unsent = () => [...document.querySelectorAll('[data-testid="InputInstructions"]')].some((hint) => hint.textContent);
