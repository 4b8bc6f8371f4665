const PLACE = "ms-gut-guide";

/** The visit that was handed what this tab kept. Asked twice, the server would take what the page shows for an answer. */
let handedTo = "";

/** What this tab kept, or null where it keeps nothing: a browser may refuse. */
function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
  } catch {
    return null;
  }
}

/**
 * Keeps the answers in this tab until it is closed, and hands them back to a server that has not met them.
 *
 * A reload and a new server start a new visit there. The answers of the visit before are handed over once; nothing is
 * written until the server has said that it has them, so that an empty visit never takes the place of a full one.
 *
 * @param {{data: {visit: string, turn: number, answers: string, met: boolean, asks: boolean},
 *   setStateValue: (name: string, value: {visit: string, answers: string}) => void}} component
 *   visit: a name of the server's visit. turn: higher with each hand-over. met: it has what this tab kept. asks: whether this part may hand it over.
 */
export default function ({ data, setStateValue }) {
  const before = kept();
  if (before && before.visit !== data.visit && before.answers !== data.answers && !data.met) {
    // The visit stands with them: the same answers handed over to a second new server are news to it.
    if (!data.asks || handedTo === data.visit) return;
    handedTo = data.visit;
    setStateValue("kept", { visit: data.visit, answers: before.answers });
    return;
  }
  // A part that is drawn anew with what it was given before must not take the place of what came since.
  if (before && before.visit === data.visit && before.turn > data.turn) return;
  try {
    sessionStorage.setItem(PLACE, JSON.stringify({ visit: data.visit, turn: data.turn, answers: data.answers }));
  } catch {
    // Full or refused: the answers still live on the server while the page is open.
  }
}
