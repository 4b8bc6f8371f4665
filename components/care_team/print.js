/**
 * Opens the browser's own print dialog. The style sheet prints the visit sheet alone.
 *
 * @param {{parentElement: HTMLElement, data: {label: string}}} component label: the words on the button.
 */
export default function ({ parentElement, data }) {
  const button = /** @type {HTMLButtonElement} */ (parentElement.querySelector("button"));
  button.textContent = data.label;
  let typing = false;
  button.onpointerdown = () => (typing = unsent());
  button.onclick = async () => {
    await settled(typing);
    typing = false;
    window.print();
  };
}
