/**
 * Shows the ledger, and of its claims only those that fit the word and the ticks. What a claim is about, who was studied
 * and how sure we are stands on it as data; nothing here decides anything.
 *
 * @typedef {{shown_all: string, shown_some: string, shown_none: string, topic_claims_some: string}} Words
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
  const onward = /** @type {HTMLButtonElement} */ (form.querySelector(".to-claims"));
  const topics = /** @type {HTMLDetailsElement[]} */ ([...root.querySelectorAll("details.topic")]);
  const cards = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("details.claim")]);
  /** @type {Map<Element, string>} */
  const texts = new Map();
  /** A text as words with one space before each, so that "bone-broth" is found as "bone broth" and "poo" not in "spoon". */
  const asWords = (/** @type {string} */ text) => ` ${text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(" ") ?? ""}`;
  /** What a claim and its papers say, without the labels that stand on every claim. */
  const SAID = ".statement, .said, .claim-body > p:not(.claim-days, .role), .papers :is(a, cite), .paper-facts, .paper-found";
  const own = (/** @type {Element} */ part) =>
    [...part.childNodes].filter((node) => node.nodeName !== "B").map((node) => node.textContent).join(" ");
  const textOf = (/** @type {Element} */ card) => {
    if (!texts.has(card)) texts.set(card, asWords([...card.querySelectorAll(SAID)].map(own).join(" ")));
    return texts.get(card) ?? "";
  };
  const fill = (/** @type {string} */ words, /** @type {number} */ some, /** @type {number} */ all) =>
    words.replace("{shown}", String(some)).replace("{count}", String(all));

  /** Whether a claim has one of the values ticked in a group, or nothing is ticked there. */
  const has = (/** @type {HTMLElement} */ card, /** @type {string} */ name) => {
    const wanted = ticks.filter((tick) => tick.name === name && tick.checked).map((tick) => tick.value);
    const values = (card.dataset[name] ?? "").split(" ");
    return !wanted.length || wanted.some((value) => values.includes(value));
  };

  const update = () => {
    const sought = asWords(find.value);
    const narrowed = sought !== " " || ticks.some((tick) => tick.checked);
    let shown = 0;
    for (const card of cards) {
      const fits = ["topic", "who", "sure"].every((name) => has(card, name)) &&
        (sought === " " || textOf(card).includes(sought));
      card.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const topic of topics) {
      const [some, all] = [":not([hidden])", ""].map((which) => topic.querySelectorAll(`details.claim${which}`).length);
      topic.hidden = !some;
      topic.open = narrowed && !topic.hidden;
      const count = /** @type {HTMLElement} */ (topic.querySelector(".count"));
      count.dataset.all ??= count.textContent ?? "";
      count.textContent = some === all ? count.dataset.all : fill(data.words.topic_claims_some, some, all);
    }
    const words = !narrowed ? data.words.shown_all : shown ? data.words.shown_some : data.words.shown_none;
    status.textContent = fill(words, shown, cards.length);
    clear.hidden = !narrowed;
    onward.hidden = !narrowed || !shown;
  };

  const toFirst = () => {
    const first = root.querySelector("details.claim:not([hidden]) > summary");
    /** @type {HTMLDetailsElement | null | undefined} */ (first?.closest("details.topic"))?.setAttribute("open", "");
    first?.scrollIntoView({ block: "start" });
    /** @type {HTMLElement | null} */ (first)?.focus({ preventScroll: true });
  };

  onward.addEventListener("click", toFirst);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!onward.hidden) toFirst(); // Enter in the search field
  });
  form.addEventListener("input", update);
  form.addEventListener("reset", () => {
    find.focus(); // the button that was pressed is about to go
    requestAnimationFrame(update);
  });
  update();
}
