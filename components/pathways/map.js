/**
 * Shows the map, and in the panel what is chosen on it. Every word, sign and rule comes from Python; this draws and listens.
 *
 * @typedef {{gist: string, rest: string, bar: string, claims: string[], lights: string[], marks: Object, address: string}} View
 * @typedef {{controls: string, drawings: string, views: Record<string, View>, claims: Record<string, string>,
 *            filters: Record<string, {shown: string[], says: string}>, look: string, asked: string[],
 *            walk: Record<string, Record<string, Record<string, Record<string, string>>>>,
 *            words: {clear: string, chosen: string}}} MapData
 */

const IN_ORDER = { PageDown: 1, PageUp: -1, Home: -Infinity, End: Infinity };
/** What is kept of each map on a page, so that a rerun of the script changes nothing but its data. */
const rooms = new WeakMap();
/** A long arrow is where its label is. @param {Element} part */
const spot = (part) => part.querySelector(".box, .pill rect").getBoundingClientRect();

/** Build a map. Returns what takes new data in. @param {HTMLElement} root @param {(name: string, value: unknown) => void} tell */
function furnish(root, data, tell) {
  const find = (/** @type {string} */ css) => /** @type {HTMLElement} */ (root.querySelector(css));
  const [drawings, panel, body] = [find(".drawings"), find(".panel"), find(".panel-body")];
  find(".controls").innerHTML = data.controls; // escaped in Python, as all HTML below
  drawings.innerHTML = data.drawings;
  find(".kicker").textContent = data.words.chosen;
  find(".clear").textContent = data.words.clear;
  const parts = /** @type {SVGGElement[]} */ ([...drawings.querySelectorAll("[data-id]")]);
  let chosen = ""; // a box or arrow, a step of a story, or a change: a key of data.views
  let base = ""; // the step or change to go back to when what is chosen is closed
  let filtered = "everything"; // which arrows are left
  let story = ""; // the step to go back to when a change is closed

  const seen = (/** @type {Element} */ part) =>
    part.getClientRects().length > 0 && !part.matches(root.matches(".looks") ? ".gone:not(.near)" : ".gone");
  const shown = (/** @type {string} */ id) => parts.find((part) => part.dataset.id === id && seen(part));
  const arrowsAt = (/** @type {string} */ id) => parts.filter(({ dataset: { from, to } }) => from === id || to === id);
  /** The ids of a part and of everything it touches. @param {SVGGElement} part */
  const touched = ({ dataset: { id, from, to } }) =>
    [id, from, to, ...arrowsAt(id).flatMap(({ dataset: arrow }) => [arrow.id, arrow.from, arrow.to])];
  /** The part an arrow key leads to. What a filter hides may still be lit; its keys lead as without the filter. @param {Element} part */
  const led = ({ dataset: { id }, ownerSVGElement: svg }, /** @type {string} */ key) => {
    const layout = svg.matches(".wide") ? "wide" : "tall";
    return shown((data.walk[filtered][layout][id] ?? data.walk.everything[layout][id])[key]);
  };
  /** Let Tab stop at this one part of its drawing. @param {Element} part */
  const stopAt = (part) =>
    parts.forEach((p) => p.ownerSVGElement === part.ownerSVGElement && p.setAttribute("tabindex", p === part ? "0" : "-1"));
  /** Tab stops at the start of an arrow that has just been hidden. */
  const keepStop = () => parts.filter((part) => part.matches('.gone[tabindex="0"]') && !seen(part)).forEach((part) =>
    stopAt(part.ownerSVGElement.querySelector(`[data-id="${part.dataset.from}"]`)));
  /** Bring parts to the middle of what is free between header (80 px) and panel; as many as fit at once. */
  const reveal = (/** @type {Element[]} */ lit) => {
    const scroller = root.getRootNode().host?.closest(".stMain") ?? document.scrollingElement;
    const free = [80, Math.min(innerHeight, scroller.getBoundingClientRect().bottom) - panel.offsetHeight];
    const boxes = lit.map(spot);
    const from = (/** @type {number} */ y) => boxes.filter((box) => box.top >= y && box.bottom <= y + free[1] - free[0]);
    const best = boxes.map((box) => from(box.top)).reduce((one, two) => (two.length > one.length ? two : one), boxes.slice(0, 1));
    const [top, bottom] = [Math.min(...best.map((box) => box.top)), Math.max(...best.map((box) => box.bottom))];
    if (top < free[0] || bottom > free[1]) scroller.scrollBy({ top: (top + bottom - free[0] - free[1]) / 2, behavior: "instant" });
  };
  const showAsked = () =>
    body.querySelectorAll("[data-ask]").forEach((on) => on.setAttribute("aria-pressed", String(data.asked.includes(on.dataset.ask))));

  const show = (/** @type {string} */ key, quiet = false) => {
    if (drawings.querySelector(`.gone[data-id="${key}"]`)) filter("everything"); // what is asked for is shown
    const [before, held] = [chosen, panel.matches(":focus-within") && root.getRootNode().activeElement];
    chosen = key in data.views ? key : "";
    const view = data.views[chosen];
    if (view?.lights.length || !chosen) base = chosen;
    if (base.startsWith("story/")) story = base;
    find(`[name="what-if"][value="${base.startsWith("what-if/") ? base : ""}"]`).checked = true;
    root.classList.toggle("looks", Boolean(view?.lights.length));
    const part = shown(chosen);
    const lit = new Set(view?.lights.length ? view.lights : part ? touched(part) : []);
    for (const each of parts) {
      const { id } = each.dataset;
      each.setAttribute("aria-pressed", String(id === chosen));
      each.classList.toggle("near", lit.has(id));
      const effect = each.querySelector(".effect");
      if (effect) each.classList.toggle("marked", Boolean((effect.lastChild.textContent = view?.marks[id] ?? "")));
    }
    root.classList.toggle("has-choice", chosen !== "");
    root.classList.toggle("has-bar", Boolean(view?.bar));
    keepStop();
    const [gist, rest] = body.children;
    gist.innerHTML = view?.gist ?? "";
    rest.innerHTML = view ? view.rest + view.claims.map((id) => data.claims[id]).join("") : "";
    showAsked();
    panel.ariaLabel = gist.querySelector("h2")?.textContent ?? null;
    panel.scrollTop = 0;
    find(".steps").innerHTML = view?.bar ?? "";
    if (view?.address) history.replaceState(history.state, "", view.address);
    const again = held && (find(`[data-stay="${held.dataset.stay}"]:enabled`) ?? find("[data-stay]:enabled"));
    if (held) (again ?? part ?? shown(before) ?? panel).focus({ preventScroll: true }); // what held the focus is gone
    if (chosen && !quiet) reveal(part ? [part] : view.lights.map(shown).filter(Boolean));
  };
  const close = () => show(chosen !== base ? base : base === story ? "" : story);
  const filter = (/** @type {string} */ name) => {
    const { shown: ids, says } = data.filters[(filtered = name)];
    for (const arrow of parts.filter((part) => part.dataset.from)) arrow.classList.toggle("gone", !ids.includes(arrow.dataset.id));
    find(".count").textContent = says;
    find(`[name="filter"][value="${name}"]`).checked = true;
    keepStop();
    if (data.views[chosen] && !data.views[chosen].lights.length && !shown(chosen)) show(base);
  };

  root.addEventListener("click", (event) => {
    const [part, go, ask, clear, paper] = ["id", "go", "ask", "clear", "print"].map((name) => event.target.closest(`[data-${name}]`));
    if (part) show(part.dataset.id === chosen ? base : part.dataset.id);
    else if (go) show(go.dataset.go);
    else if (ask) tell("ask", { question: ask.dataset.ask, wanted: ask.getAttribute("aria-pressed") === "false" });
    else if (clear) close();
    else if (paper) print();
  });
  root.addEventListener("change", ({ target: on }) =>
    on.name === "filter" ? filter(on.value) : show(on.value || story, on.matches(":focus-visible"))); // keys stay with the choices
  drawings.addEventListener("focusin", ({ target }) => {
    stopAt(target); // the browser itself scrolls after this event, to the whole of a long arrow
    if (target.matches(":focus-visible")) requestAnimationFrame(() => reveal([target]));
  });
  root.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return; // the browser's own
    const part = event.target.closest("[data-id]");
    const here = part && parts.filter((other) => other.ownerSVGElement === part.ownerSVGElement && seen(other));
    if (event.key === "Escape" && chosen && chosen !== story) close();
    else if (part && (event.key === "Enter" || event.key === " ")) show(part.dataset.id === chosen ? base : part.dataset.id);
    else if (part && event.key.startsWith("Arrow")) led(part, event.key)?.focus({ preventScroll: true });
    else if (part && event.key in IN_ORDER) {
      here[Math.min(Math.max(here.indexOf(part) + IN_ORDER[event.key], 0), here.length - 1)].focus({ preventScroll: true });
    } else return;
    event.preventDefault();
  });

  let look = "";
  filter("everything");
  return (/** @type {MapData} */ fresh) => {
    data = fresh;
    showAsked();
    const again = fresh.look && !new URLSearchParams(location.search).has("step"); // the link of the open story was pressed
    if (fresh.look.split("/")[1] !== look.split("/")[1] || again) show((story = fresh.look));
    look = fresh.look;
  };
}

/** @param {{parentElement: ShadowRoot, data: MapData, setTriggerValue: (name: string, value: unknown) => void}} component */
export default function ({ parentElement, data, setTriggerValue }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".map"));
  if (!root) return;
  if (!rooms.has(root)) rooms.set(root, furnish(root, data, setTriggerValue));
  rooms.get(root)(data);
}
