// Guide texts mark the labels of the screen with `**…**` and what has to be entered with backticks. Nothing
// else is marked, and nothing becomes HTML.

export interface Piece {
  text: string;
  look: "plain" | "label" | "value";
}

const MARKS = /\*\*(.+?)\*\*|`([^`]+)`/gs;

/** The pieces of a marked text, in order. A mark that is never closed stays as it was written. */
export function pieces(marked: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of marked.matchAll(MARKS)) {
    found.push({ text: marked.slice(end, match.index), look: "plain" });
    const [whole, label, value] = match;
    if (label !== undefined) found.push({ text: label, look: "label" });
    else if (value !== undefined) found.push({ text: value, look: "value" });
    end = match.index + whole.length;
  }
  found.push({ text: marked.slice(end), look: "plain" });
  // A full stop right after a value reads as a part of it; between two sentences it is needed.
  return found
    .map((piece, index) =>
      piece.look === "plain" && found[index - 1]?.look === "value"
        ? { ...piece, text: piece.text.replace(/^\.\s*$/, "") }
        : piece,
    )
    .filter((piece) => piece.text !== "");
}
