// The texts of the page. They live once, in `src-tauri/core/locales`, and Rust reads the same files.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { TextView } from "../ipc/types/TextView";
import enGlossary from "$locales/en/glossary.ftl?raw";
import enIt from "$locales/en/it.ftl?raw";
import enPortal from "$locales/en/portal.ftl?raw";
import enProblems from "$locales/en/problems.ftl?raw";
import enScenes from "$locales/en/scenes.ftl?raw";
import enSetupFile from "$locales/en/setup-file.ftl?raw";
import enSignIn from "$locales/en/sign-in.ftl?raw";
import enUi from "$locales/en/ui.ftl?raw";
import enValues from "$locales/en/values.ftl?raw";
import esGlossary from "$locales/es/glossary.ftl?raw";
import esIt from "$locales/es/it.ftl?raw";
import esPortal from "$locales/es/portal.ftl?raw";
import esProblems from "$locales/es/problems.ftl?raw";
import esScenes from "$locales/es/scenes.ftl?raw";
import esSetupFile from "$locales/es/setup-file.ftl?raw";
import esSignIn from "$locales/es/sign-in.ftl?raw";
import esUi from "$locales/es/ui.ftl?raw";
import esValues from "$locales/es/values.ftl?raw";

export const LANGUAGES = [
  { code: "es", name: "Español" },
  { code: "en", name: "English" },
] as const;

export type LanguageCode = (typeof LANGUAGES)[number]["code"];
export type TextArguments = Record<string, FluentVariable>;

const bundles: Record<LanguageCode, FluentBundle> = {
  es: bundle("es", [esUi, esIt, esValues, esProblems, esScenes, esPortal, esGlossary, esSetupFile, esSignIn]),
  en: bundle("en", [enUi, enIt, enValues, enProblems, enScenes, enPortal, enGlossary, enSetupFile, enSignIn]),
};

/** Every word of the glossary, by its id. */
export const TERMS: readonly string[] = [...esGlossary.matchAll(/^(term-[a-z-]+) =/gm)].flatMap(
  ([, id]) => id ?? [],
);

let current = $state<LanguageCode>("es");

/** The language in which the page speaks now. */
export const language = {
  get code(): LanguageCode {
    return current;
  },
  /** Speaks `code` from now on; an unknown code changes nothing. */
  use(code: string): void {
    const known = LANGUAGES.find((candidate) => candidate.code === code);
    if (known) current = known.code;
  },
};

/** A text by its id (`message` or `message.attribute`). A missing text is its id, so that it is seen. */
export function t(id: string, args?: TextArguments): string {
  return findText(id, args) ?? id;
}

/** The same as {@link t}, `null` where there is no such text. */
export function findText(id: string, args?: TextArguments): string | null {
  const [name = "", attribute] = id.split(".");
  const chosen = bundles[current];
  const message = chosen.getMessage(name);
  const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
  return pattern ? chosen.formatPattern(pattern, args, []) : null;
}

/** A guide's own text in the language of the page, or the first one that the guide has. */
export function say(text: TextView): string {
  return text[current] ?? Object.values(text)[0] ?? "";
}

/** One of our texts where a guide's text is expected. */
export function both(id: string, args?: TextArguments): TextView {
  return { [current]: t(id, args) };
}

/** A name of Rust's (`client_secret`) as it stands in text ids (`client-secret`). */
export function dashed(name: string): string {
  return name.replaceAll("_", "-");
}

/** A moment (RFC 3339), or a day of the calendar (`2028-11-24`), as a day in words. */
export function day(moment: string): string {
  const date = Date.parse(moment);
  if (Number.isNaN(date)) return moment;
  // A day of the calendar is the same everywhere: read as a moment, it would be the day before in America.
  const zone = moment.length === "2028-11-24".length ? { timeZone: "UTC" } : {};
  return new Intl.DateTimeFormat(current, {
    day: "numeric",
    month: "long",
    year: "numeric",
    ...zone,
  }).format(date);
}

function bundle(code: LanguageCode, sources: string[]): FluentBundle {
  const made = new FluentBundle(code);
  for (const source of sources) made.addResource(new FluentResource(source));
  return made;
}
