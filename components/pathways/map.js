/**
 * Shows the map and the panel of what is chosen. Every word and number comes from Python; nothing here decides anything.
 *
 * @typedef {{link: string, address: string, by: string, note: string}} Paper
 * @typedef {{statement: string, rows: [string, string][], papers: Paper[]}} Claim
 * @typedef {{heading: string, text: string, lists: [string, string[]][], claims: Claim[]}} Panel
 * @typedef {{drawings: string, panels: Record<string, Panel>,
 *            words: {choose: string, clear: string, chosen: string, papers: string, newTab: string}}} MapData
 */

const TOWARDS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** Make an element with text in it, never with HTML. @param {string} tag @param {string} text @param {Node[]} children */
function make(tag, text = "", children = []) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

/** @param {Paper} paper @param {string} newTab */
function paperItem(paper, newTab) {
  const link = /** @type {HTMLAnchorElement} */ (make("a", paper.link));
  link.href = paper.address;
  link.target = "_blank";
  link.rel = "noopener";
  const hidden = make("span", ` (${newTab})`);
  hidden.className = "unseen";
  link.append(hidden);
  return make("li", "", [link, make("span", ` ${paper.by}. ${paper.note}`)]);
}

/** @param {Claim} claim */
function answerList(claim) {
  return make("dl", "", claim.rows.map(([question, answer]) => make("div", "", [make("dt", question), make("dd", answer)])));
}

/** @param {Claim} claim @param {MapData["words"]} words */
function paperList(claim, words) {
  return [make("h4", words.papers), make("ul", "", claim.papers.map((paper) => paperItem(paper, words.newTab)))];
}

/**
 * The contents of a panel: the gist, which is read out, and the rest, which is not.
 * @param {Panel} panel @param {MapData["words"]} words
 */
function panelParts(panel, words) {
  const first = panel.claims[0];
  const isArrow = !panel.lists.length;
  const gist = make("div", "", [make("p", words.chosen), make("h2", panel.heading)]);
  gist.firstElementChild.className = "kicker";
  if (panel.text) gist.append(make("p", panel.text));
  if (isArrow) gist.append(answerList(first));
  const rest = make("div");
  rest.setAttribute("aria-live", "off");
  for (const [label, lines] of panel.lists) {
    rest.append(make("h3", label), make("ul", "", lines.map((line) => make("li", line))));
  }
  for (const claim of panel.claims) {
    rest.append(make("h3", claim.statement));
    if (!isArrow) rest.append(answerList(claim));
    rest.append(...paperList(claim, words));
  }
  return [gist, rest];
}

/** A long arrow is where its pill is. @param {Element} part */
const spot = (part) => part.querySelector(".box, .pill") ?? part;

/** @param {Element} part @returns {[number, number]} */
function middle(part) {
  const box = spot(part).getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/**
 * The connected part that lies most nearly in a direction.
 * @param {Element} from @param {Element[]} parts @param {number[]} way
 */
function nearest(from, parts, way) {
  const [x, y] = middle(from);
  const fit = (/** @type {Element} */ part) => {
    const [px, py] = middle(part);
    return ((px - x) * way[0] + (py - y) * way[1]) / (Math.hypot(px - x, py - y) || 1);
  };
  return parts.filter((part) => fit(part) > 0.25).sort((a, b) => fit(b) - fit(a))[0];
}

/** @param {{parentElement: ShadowRoot, data: MapData}} component */
export default function (component) {
  const { parentElement, data } = component;
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".map"));
  if (!root || root.dataset.ready) return; // a rerun of the script: the map stays as it is, choice and all
  root.dataset.ready = "yes";
  const drawings = /** @type {HTMLElement} */ (root.querySelector(".drawings"));
  const panel = /** @type {HTMLElement} */ (root.querySelector(".panel"));
  const clear = /** @type {HTMLButtonElement} */ (root.querySelector(".clear"));
  const body = /** @type {HTMLElement} */ (root.querySelector(".panel-body"));
  drawings.innerHTML = data.drawings; // drawn and escaped by components/pathways/drawing.py
  clear.textContent = data.words.clear;
  body.replaceChildren(make("p", data.words.choose));
  const parts = /** @type {SVGGElement[]} */ ([...drawings.querySelectorAll("[data-id]")]);
  let chosen = "";

  /** @param {Element} part The ids of a part and of everything it touches. */
  const touched = (part) => {
    const { id, from, to } = /** @type {SVGGElement} */ (part).dataset;
    const arrows = parts.filter((other) => other.dataset.from === id || other.dataset.to === id);
    return new Set([id, from, to, ...arrows.flatMap((a) => [a.dataset.id, a.dataset.from, a.dataset.to])]);
  };

  /** Bring a part's box or pill to the middle when height y of the window is under the header or the panel. */
  const reveal = (/** @type {Element} */ part, y = middle(part)[1]) => {
    if (y < 80 || y > panel.getBoundingClientRect().top - 40) spot(part).scrollIntoView({ block: "center" });
  };

  const choose = (/** @type {SVGGElement | null} */ part, /** @type {number | undefined} */ y = undefined) => {
    chosen = part && part.dataset.id !== chosen ? part.dataset.id ?? "" : "";
    const near = part && chosen ? touched(part) : new Set();
    for (const each of parts) {
      each.setAttribute("aria-pressed", String(each.dataset.id === chosen));
      each.classList.toggle("near", near.has(each.dataset.id));
    }
    root.classList.toggle("has-choice", chosen !== "");
    body.replaceChildren(...(chosen ? panelParts(data.panels[chosen], data.words) : [make("p", data.words.choose)]));
    panel.scrollTop = 0;
    if (part && chosen) reveal(part, y);
  };

  const partOf = (/** @type {Event} */ event) =>
    /** @type {SVGGElement | null} */ (/** @type {Element} */ (event.target).closest("[data-id]"));
  drawings.addEventListener("click", (event) => partOf(event) && choose(partOf(event), event.clientY || undefined));
  drawings.addEventListener("focusin", (event) => partOf(event)?.matches(":focus-visible") && reveal(partOf(event)));
  clear.addEventListener("click", () => choose(null));
  root.addEventListener("keydown", (event) => {
    const part = partOf(event);
    if (event.key === "Escape" && chosen) choose(null);
    else if (part && (event.key === "Enter" || event.key === " ")) choose(part);
    else if (part && event.key in TOWARDS) {
      const near = touched(part);
      const here = parts.filter((p) => p !== part && p.ownerSVGElement === part.ownerSVGElement && near.has(p.dataset.id));
      const arrows = here.filter((p) => Boolean(p.dataset.from) !== Boolean(part.dataset.from));
      /** @type {SVGGElement} */ (nearest(part, arrows, TOWARDS[event.key]))?.focus();
    } else return;
    event.preventDefault();
  });
}
