/**
 * Shows the part of the map a chapter speaks of, as components/pathways/picture.py drew and escaped it.
 *
 * @param {{parentElement: ShadowRoot, data: {drawing: string}}} component
 */
export default function ({ parentElement, data }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".map-part"));
  root.innerHTML = data.drawing;
}
