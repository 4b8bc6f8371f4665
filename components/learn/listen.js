let off = () => {}; // Streamlit calls this again for new data, and the clean-up only when the part goes

/**
 * Reads a chapter aloud with the browser's own voices. Where it has none of its own, nothing is shown.
 *
 * Only voices of this device are used: others send the text to a server elsewhere.
 *
 * @typedef {{heading: string, play: string, pause: string, go_on: string, stop: string, speed: string,
 *            slower: string, usual: string, faster: string}} ListenWords
 * @param {{parentElement: HTMLElement, data: {texts: string[], lang: string, words: ListenWords}}} component
 */
export default function ({ parentElement, data }) {
  off();
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".listen"));
  const speech = window.speechSynthesis;
  if (!root || !speech) return;
  const { texts, lang, words } = data;
  const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`.${name}`));
  const [play, stop, said] = [find("play"), find("stop"), find("said")];
  const speeds = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll("input")]);
  let next = 0; // the paragraph to read next
  let state = "still"; // still, speaking or paused
  let turn = 0; // what an older turn of speaking still has to say no longer counts

  const voice = () => speech.getVoices().find((each) => each.localService && each.lang.toLowerCase().startsWith(lang));
  const rate = () => Number(speeds.find((each) => each.checked)?.value ?? 1);

  const show = (/** @type {string} */ now) => {
    state = now;
    play.textContent = { still: words.play, speaking: words.pause, paused: words.go_on }[now] ?? "";
    stop.hidden = now === "still";
    said.textContent = now === "still" ? "" : `${Math.min(next + 1, texts.length)} / ${texts.length}`;
  };

  const speak = () => {
    const mine = ++turn;
    speech.cancel();
    if (next >= texts.length) {
      next = 0;
      return show("still");
    }
    const spoken = new SpeechSynthesisUtterance(texts[next]);
    Object.assign(spoken, { lang, rate: rate(), voice: voice() ?? null });
    spoken.onend = () => {
      if (mine !== turn || state !== "speaking") return;
      next += 1;
      speak();
    };
    spoken.onerror = () => mine === turn && show("still");
    show("speaking");
    speech.speak(spoken);
  };

  const halt = (/** @type {string} */ now) => {
    turn += 1;
    speech.cancel(); // a pause of the browser's own loses its place on some phones; a paragraph is begun anew instead
    if (now === "still") next = 0;
    show(now);
  };

  play.onclick = () => (state === "speaking" ? halt("paused") : speak());
  stop.onclick = () => halt("still");
  for (const each of speeds) each.onchange = () => state === "speaking" && speak();

  const offer = () => { root.hidden = !voice(); };
  const away = () => halt("still");
  speech.addEventListener?.("voiceschanged", offer);
  window.addEventListener("pagehide", away);
  root.querySelector("legend").textContent = words.speed;
  root.querySelector("h2").textContent = words.heading;
  stop.textContent = words.stop;
  for (const each of speeds) each.parentElement.querySelector("span").textContent = words[each.dataset.word];
  show("still");
  offer();
  off = () => {
    away();
    speech.removeEventListener?.("voiceschanged", offer);
    window.removeEventListener("pagehide", away);
  };
  return off;
}
