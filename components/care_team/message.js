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
    if (text.textContent !== part.text) said.textContent = "";
    /** @type {HTMLElement} */ (details.firstElementChild).textContent = data.shown;
    text.textContent = part.text;
    button.onclick = async () => {
      said.textContent = "";
      const done = await copied(part.text, text, /** @type {HTMLDetailsElement} */ (details));
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

/**
 * Copies a text. Without a safe connection a browser refuses; then the text is opened and marked, to be copied by hand.
 *
 * @param {string} text @param {HTMLElement} where @param {HTMLDetailsElement} details
 */
async function copied(text, where, details) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    details.open = true;
    getSelection()?.selectAllChildren(where);
    return false;
  }
}
