// The keys of the program, beside those of every page.

export const KEYS = {
  /** Neither WebKitGTK nor WebView2 nor the portal's own pages use it. */
  beside: { name: "Control+Shift+L", pressed: isBeside },
} as const;

function isBeside(event: KeyboardEvent): boolean {
  return event.ctrlKey && event.shiftKey && !event.altKey && event.code === "KeyL";
}
