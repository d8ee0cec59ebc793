import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { both, day, findText, language, say, t } from "./index.svelte";
import { refusalText, valueName } from "./values";

const root = join(import.meta.dirname, "../../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Every id of a language, attributes included: `message` and `message.attribute`. */
function ids(code: string): string[] {
  const found: string[] = [];
  for (const file of [
    "ui",
    "it",
    "values",
    "problems",
    "scenes",
    "setup-file",
    "sign-in",
    "glossary",
    "portal",
  ]) {
    let message = "";
    for (const line of read(`src-tauri/core/locales/${code}/${file}.ftl`).split("\n")) {
      const [, id, attribute] = /^([a-z][\w-]*) =|^ {4}\.([\w-]+) =/.exec(line) ?? [];
      if (id) found.push((message = id));
      if (attribute) found.push(`${message}.${attribute}`);
    }
  }
  return found;
}

/** The names that a Rust `as_str` or the table of causes gives, as they stand in text ids. */
function rustNames(path: string): string[] {
  return [...read(path).matchAll(/\w+ => "([a-z_]+)"/g)].map(([, name = ""]) => name.replaceAll("_", "-"));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && /\.(svelte|ts)$/.test(entry.name) && !entry.name.endsWith(".test.ts"),
    )
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

beforeEach(() => language.use("es"));

describe("t", () => {
  it("speaks the language of the page", () => {
    expect(t("back")).toBe("Atrás");
    language.use("en");
    expect(t("back")).toBe("Back");
  });

  it("fills arguments and counts", () => {
    expect(t("minutes-left", { minutes: 1 })).toBe("Queda un minuto");
    expect(t("minutes-left", { minutes: 7 })).toContain("7");
  });

  it("shows the id of a text that is missing", () => {
    expect(t("no-such-text")).toBe("no-such-text");
    expect(findText("no-such-text")).toBeNull();
  });

  it("reads attributes", () => {
    expect(t("problem-secret-wrong.button")).toBe("Pegar otro secreto");
  });

  it("ignores a language that it does not speak", () => {
    language.use("fr");
    expect(language.code).toBe("es");
  });
});

it("takes a guide's text in the language of the page, or the first there is", () => {
  expect(say({ es: "hola", en: "hello" })).toBe("hola");
  expect(say({ en: "hello" })).toBe("hello");
  expect(both("back")).toEqual({ es: "Atrás" });
});

it("names a refusal after the value that was expected", () => {
  expect(refusalText("client_secret", "not_https")).toBe(t("refusal-not-https"));
  expect(refusalText("tenant_id", "looks_like_secret")).toBe(t("refusal-looks-like-secret.tenant-id"));
  expect(valueName("client_id")).toBe("Client ID");
});

it("says a moment as a day, and keeps what is not one", () => {
  expect(day("2026-10-02T09:30:00Z")).toBe("2 de octubre de 2026");
  expect(day("soon")).toBe("soon");
});

it("says a day of the calendar as the same day everywhere", () => {
  const zone = process.env["TZ"];
  for (const there of ["America/Mexico_City", "Pacific/Auckland"]) {
    process.env["TZ"] = there;
    expect(day("2028-11-24")).toBe("24 de noviembre de 2028");
  }
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

describe("the files of texts", () => {
  it("hold the same ids in both languages, each once", () => {
    const es = ids("es");
    expect(es.toSorted()).toEqual(ids("en").toSorted());
    expect(new Set(es).size).toBe(es.length);
  });

  it("hold every id that the code names", () => {
    const known = new Set(ids("es"));
    const used = sources(join(root, "ui/src")).flatMap((source) =>
      [...source.matchAll(/\b(?:t|both)\(\s*"([^"]+)"/g)].map(([, id = ""]) => id),
    );
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(["es", "en"])("hold a text for every name of Rust's (%s)", (code) => {
    const known = new Set(ids(code));
    const names = (prefix: string, path: string) => rustNames(path).map((name) => `${prefix}-${name}`);
    const kind = "src-tauri/core/src/problem/kind.rs";
    const problems = names("problem", kind);
    // What the machine refuses has the texts of its problem.
    const faults = [...read("ui/src/ipc/types/Fault.ts").matchAll(/"fault": "([a-z_]+)"/g)].filter(
      ([, name]) => name !== "machine_refused",
    );
    const wanted = [
      ...problems.flatMap((id) => [id, `${id}.do`, `${id}.button`, `${id}.it`]),
      ...names("refusal", "src-tauri/core/src/value/refusal.rs"),
      ...names("value", "src-tauri/core/src/value/mod.rs"),
      ...names("check", "src-tauri/core/src/check.rs"),
      ...faults.map(([, name = ""]) => `fault-${name.replaceAll("_", "-")}`),
    ];
    expect(problems.length).toBeGreaterThan(30);
    expect(wanted.filter((id) => !known.has(id))).toEqual([]);
  });
});
