// How the page looks and moves: the person's choice on the document, where the styles read it.

import type { LookView } from "../ipc/types/LookView";

const SIZES: Record<LookView["letters"], string> = { normal: "", large: "125%", larger: "150%" };

/** Shows the page as chosen; what is left to the system is left to its own media queries. */
export function wear(look: LookView): void {
  const root = document.documentElement;
  const contrast = look.colours.startsWith("contrast_");
  const theme = look.colours.replace("contrast_", "");
  set(root, "data-theme", theme === "system" ? null : theme);
  set(root, "data-contrast", contrast ? "more" : null);
  set(root, "data-motion", look.motion === "still" ? "still" : null);
  root.style.fontSize = SIZES[look.letters];
}

function set(root: HTMLElement, name: string, value: string | null): void {
  if (value === null) root.removeAttribute(name);
  else root.setAttribute(name, value);
}
