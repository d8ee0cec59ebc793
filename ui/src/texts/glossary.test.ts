import { expect, test } from "vitest";
import { termsIn } from "./glossary";
import { language, t } from "./index.svelte";

test("the strange words of a page are found, each once, in both languages", () => {
  language.use("es");
  const found = termsIn([
    "Copia **Id. de aplicación (cliente)**.",
    "El Client ID no es secreto.",
    "Usa Bash.",
  ]);
  expect(found.map((term) => term.id)).toEqual(["term-client-id", "term-shell"]);
  expect(found[0]?.meaning).toBe(t("term-client-id.is"));
  language.use("en");
  expect(termsIn(["Copy **Application (client) ID**."]).map((term) => term.name)).toEqual(["Client ID"]);
  language.use("es");
});

test("a word inside another is not that word", () => {
  language.use("es");
  expect(termsIn(["Los guiones no son guion es."]).map((term) => term.id)).toEqual(["term-script"]);
  expect(termsIn(["Cinco grupos con guiones."])).toEqual([]);
  expect(termsIn([])).toEqual([]);
});
