/**
 * Shows the parts of the message, each with a button that copies it. What a person typed is set as text, never as HTML.
 *
 * @param {{parentElement: HTMLElement, data: {shown: string, failed: string,
 *   copied: string, parts: {name: string, count: string, text: string, copy: string}[]}}} component
 *   shown: opens the text of a part. name: of a part, empty where there is one alone. count: its characters in words.
 */
export default function ({ parentElement, data }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".messages"));
  while (root.children.length > data.parts.length) root.lastElementChild?.remove();
  data.parts.forEach((part, place) => {
    const box = /** @type {HTMLElement} */ (root.children[place] ?? root.appendChild(empty()));
    const [name, count, button, said, details] = /** @type {HTMLElement[]} */ ([...box.children]);
    const text = /** @type {HTMLElement} */ (details.lastElementChild);
    name.textContent = part.name;
    name.hidden = !part.name;
    count.textContent = part.count;
    button.textContent = part.copy;
    if (text.textContent !== part.text && !waiting) said.textContent = "";
    /** @type {HTMLElement} */ (details.firstElementChild).textContent = data.shown;
    text.textContent = part.text;
    texts.set(box, part.text);
    button.onpointerdown = () => (typing = unsent());
    button.onclick = async () => {
      said.textContent = "";
      const done = await copied(box, text, /** @type {HTMLDetailsElement} */ (details));
      said.textContent = done ? data.copied : data.failed;
    };
  });
}

/** The frame of one part: its name, its length, the button, what came of it, and the text behind a summary. */
function empty() {
  const box = document.createElement("section");
  for (const tag of ["h4", "p", "button", "p", "details"]) box.append(document.createElement(tag));
  const [name, count, button, said, details] = [...box.children];
  box.className = "message-part";
  count.className = "count";
  button.setAttribute("type", "button");
  button.className = "plain";
  said.setAttribute("role", "status");
  details.append(document.createElement("summary"), document.createElement("pre"));
  return box;
}

/** The text of each part as it is now: one that is drawn anew while a press waits is the one to copy. */
const texts = new WeakMap();
let waiting = false;
let typing = false;

/**
 * Copies a part once what was typed last is in it: leaving a field and pressing the button is one movement. Without a
 * safe connection a browser refuses; then the text is opened and marked, to be copied by hand.
 *
 * @param {HTMLElement} box @param {HTMLElement} where @param {HTMLDetailsElement} details
 */
async function copied(box, where, details) {
  waiting = true;
  try {
    // The promise is handed over at once: some browsers let a page copy only in the very moment of the press.
    const text = settled(typing).then(() => new Blob([texts.get(box)], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
    return true;
  } catch {
    details.open = true;
    getSelection()?.selectAllChildren(where);
    return false;
  } finally {
    waiting = typing = false;
  }
}
