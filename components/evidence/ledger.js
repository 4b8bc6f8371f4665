/**
 * Shows the ledger, and of its claims only those that fit the word and the ticks. What a claim is about, who was studied
 * and how sure we are stands on it as data; nothing here decides anything.
 *
 * @typedef {{shown_all: string, shown_some: string, shown_none: string}} Words
 * @param {{parentElement: HTMLElement, data: {ledger: string, words: Words}}} component
 */
export default function ({ parentElement, data }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".ledger"));
  if (!root || root.dataset.ready) return; // a rerun of the script: the ledger stays as it is, ticks and all
  root.dataset.ready = "yes";
  root.innerHTML = data.ledger; // drawn and escaped by components/evidence/ledger.py
  const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
  const find = /** @type {HTMLInputElement} */ (form.querySelector("input[type=search]"));
  const ticks = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input[type=checkbox]")]);
  const status = /** @type {HTMLElement} */ (form.querySelector(".shown"));
  const clear = /** @type {HTMLButtonElement} */ (form.querySelector(".clear-filters"));
  const topics = /** @type {HTMLDetailsElement[]} */ ([...root.querySelectorAll("details.topic")]);
  const cards = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("details.claim")]);
  /** @type {Map<Element, string>} */
  const texts = new Map();
  const textOf = (/** @type {Element} */ card) => {
    if (!texts.has(card)) texts.set(card, (card.textContent ?? "").toLowerCase());
    return texts.get(card) ?? "";
  };

  /** Whether a claim has one of the values ticked in a group, or nothing is ticked there. */
  const has = (/** @type {HTMLElement} */ card, /** @type {string} */ name) => {
    const wanted = ticks.filter((tick) => tick.name === name && tick.checked).map((tick) => tick.value);
    const values = (card.dataset[name] ?? "").split(" ");
    return !wanted.length || wanted.some((value) => values.includes(value));
  };

  const update = () => {
    const sought = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const narrowed = sought.length > 0 || ticks.some((tick) => tick.checked);
    let shown = 0;
    for (const card of cards) {
      const fits = ["topic", "who", "sure"].every((name) => has(card, name)) &&
        sought.every((word) => textOf(card).includes(word));
      card.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const topic of topics) {
      topic.hidden = !topic.querySelector("details.claim:not([hidden])");
      topic.open = narrowed && !topic.hidden;
    }
    const words = !narrowed ? data.words.shown_all : shown ? data.words.shown_some : data.words.shown_none;
    status.textContent = words.replace("{shown}", String(shown)).replace("{count}", String(cards.length));
    clear.hidden = !narrowed;
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", update);
  form.addEventListener("reset", () => {
    find.focus(); // the button that was pressed is about to go
    requestAnimationFrame(update);
  });
  update();
}
