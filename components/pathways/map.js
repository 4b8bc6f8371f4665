/**
 * Shows the map and the panel of what is chosen. Every word and number comes from Python; nothing here decides anything.
 *
 * @typedef {{link: string, address: string, facts: string, role: string}} Paper
 * @typedef {{statement: string, rows: [string, string][], own: string, papers: Paper[]}} Claim
 * @typedef {{heading: string, text: string, lists: [string, string[]][], claims: Claim[]}} Panel
 * @typedef {{drawings: string, panels: Record<string, Panel>,
 *            words: {choose: string, clear: string, chosen: string, papers: string, newTab: string, own: string}}} MapData
 */

const HEADER = 80;
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
  const hidden = make("span", ` (${newTab})`);
  hidden.className = "unseen";
  const link = make("a", paper.link, [hidden]);
  Object.assign(link, { href: paper.address, target: "_blank", rel: "noopener" });
  return make("li", "", [link, make("span", ` ${paper.facts} ${paper.role}.`)]);
}

/** The answers of a claim, and the link to it. @param {Claim} claim @param {MapData["words"]} words */
function answerList(claim, words) {
  const rows = claim.rows.map(([question, answer]) => make("div", "", [make("dt", question), make("dd", answer)]));
  const own = Object.assign(make("a", words.own), { href: claim.own, className: "guide-link" });
  return make("div", "", [make("dl", "", rows), own]);
}

/** The gist of a panel, which is read out, and the rest, which is not. @param {Panel} panel @param {MapData["words"]} words */
function panelParts(panel, words) {
  const isArrow = !panel.lists.length;
  const gist = make("div", "", [make("h2", panel.heading)]);
  if (panel.text) gist.append(make("p", panel.text));
  if (isArrow) gist.append(answerList(panel.claims[0], words));
  const rest = make("div");
  rest.setAttribute("aria-live", "off");
  for (const [label, lines] of panel.lists) {
    rest.append(make("h3", label), make("ul", "", lines.map((line) => make("li", line))));
  }
  for (const claim of panel.claims) {
    rest.append(make("h3", claim.statement));
    if (!isArrow) rest.append(answerList(claim, words));
    rest.append(make("h4", words.papers), make("ul", "", claim.papers.map((paper) => paperItem(paper, words.newTab))));
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

/** The part most nearly in a direction. @param {Element} from @param {Element[]} parts @param {number[]} way */
function nearest(from, parts, way) {
  const [x, y] = middle(from);
  const fit = (/** @type {Element} */ part) => {
    const [px, py] = middle(part);
    return ((px - x) * way[0] + (py - y) * way[1]) / (Math.hypot(px - x, py - y) || 1);
  };
  return parts.filter((part) => fit(part) > 0.25).sort((a, b) => fit(b) - fit(a))[0];
}

/** @param {{parentElement: ShadowRoot, data: MapData}} component */
export default function ({ parentElement, data }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".map"));
  if (!root || root.dataset.ready) return; // a rerun of the script: the map stays as it is, choice and all
  root.dataset.ready = "yes";
  const drawings = /** @type {HTMLElement} */ (root.querySelector(".drawings"));
  const panel = /** @type {HTMLElement} */ (root.querySelector(".panel"));
  const clear = /** @type {HTMLButtonElement} */ (root.querySelector(".clear"));
  const body = /** @type {HTMLElement} */ (root.querySelector(".panel-body"));
  drawings.innerHTML = data.drawings; // drawn and escaped by components/pathways/drawing.py
  root.querySelector(".kicker").textContent = data.words.chosen;
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

  /** Bring a part's box or pill to the middle of what is free, when any of it is under the header or the panel. */
  const reveal = (/** @type {Element} */ part) => {
    const scroller = /** @type {ShadowRoot} */ (root.getRootNode()).host?.closest(".stMain") ?? document.scrollingElement;
    const box = spot(part).getBoundingClientRect();
    const [top, bottom] = [HEADER, Math.min(innerHeight, scroller.getBoundingClientRect().bottom) - panel.offsetHeight];
    if (box.top >= top && box.bottom <= bottom) return;
    scroller.scrollBy({ top: (box.top + box.bottom - top - bottom) / 2, behavior: "instant" });
  };

  /** The chosen part, in the layout that is shown. */
  const picked = () => parts.find((part) => part.dataset.id === chosen && part.getClientRects().length);

  const choose = (/** @type {SVGGElement | null} */ part) => {
    const back = panel.matches(":focus-within") ? picked() : null; // what holds the focus is about to go
    chosen = part && part.dataset.id !== chosen ? part.dataset.id ?? "" : "";
    const near = part && chosen ? touched(part) : new Set();
    for (const each of parts) {
      each.setAttribute("aria-pressed", String(each.dataset.id === chosen));
      each.classList.toggle("near", near.has(each.dataset.id));
    }
    root.classList.toggle("has-choice", chosen !== "");
    panel.ariaLabel = chosen ? data.panels[chosen].heading : null;
    body.replaceChildren(...(chosen ? panelParts(data.panels[chosen], data.words) : [make("p", data.words.choose)]));
    panel.scrollTop = 0;
    back?.focus({ preventScroll: true });
    if (part && chosen) reveal(part);
  };

  const partOf = (/** @type {Event} */ event) =>
    /** @type {SVGGElement | null} */ (/** @type {Element} */ (event.target).closest("[data-id]"));
  drawings.addEventListener("click", (event) => partOf(event) && choose(partOf(event)));
  drawings.addEventListener("focusin", (event) => {
    const part = partOf(event); // the browser itself scrolls after this event, to the whole of a long arrow
    if (part?.matches(":focus-visible")) requestAnimationFrame(() => reveal(part));
  });
  clear.addEventListener("click", () => choose(null));
  root.addEventListener("keydown", (event) => {
    const part = partOf(event);
    const tab = event.key === "Tab" && chosen && (event.shiftKey ? "back" : "on");
    if (event.key === "Escape" && chosen) choose(null);
    else if (part && (event.key === "Enter" || event.key === " ")) choose(part);
    else if (tab === "on" && part?.dataset.id === chosen) clear.focus(); // the panel comes right after its part
    else if (tab === "back" && event.target === clear) picked()?.focus({ preventScroll: true });
    else if (part && event.key in TOWARDS) {
      const near = touched(part);
      const here = parts.filter((p) => p !== part && p.ownerSVGElement === part.ownerSVGElement && near.has(p.dataset.id));
      const arrows = here.filter((p) => Boolean(p.dataset.from) !== Boolean(part.dataset.from));
      /** @type {SVGGElement} */ (nearest(part, arrows, TOWARDS[event.key]))?.focus({ preventScroll: true });
    } else return;
    event.preventDefault();
  });
}
