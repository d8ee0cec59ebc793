// The words of a page that may sound strange.

import { findText, TERMS } from "./index.svelte";

export interface Term {
  id: string;
  name: string;
  meaning: string;
}

/** The words of the glossary that these texts use, each once, in the order of the glossary. */
export function termsIn(texts: readonly string[]): Term[] {
  const read = texts.join("\n").replaceAll("**", "");
  return TERMS.flatMap((id) => {
    const forms = (findText(`${id}.words`) ?? "").split("|");
    const name = findText(id);
    const meaning = findText(`${id}.is`);
    return name && meaning && forms.some((form) => stands(read, form)) ? [{ id, name, meaning }] : [];
  });
}

/** Whether a form stands in a text as words of its own. */
function stands(text: string, form: string): boolean {
  const letters = (from: string | undefined) => /[\p{L}\p{N}]/u.test(from ?? "");
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    if (!letters(text[at - 1]) && !letters(text[at + form.length])) return true;
  }
  return false;
}
