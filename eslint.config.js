import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

/** Only `ui/src/ipc` talks to the program; everything else asks it. */
const noTauri = {
  patterns: [{ group: ["@tauri-apps/*"], message: "Only ui/src/ipc may import Tauri." }],
};

export default defineConfig(
  {
    ignores: [
      "**/target/**",
      "ui/dist/**",
      "node_modules/**",
      "ui/src/ipc/types/**",
      "docs/**",
      "**/.venv/**",
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, __VINCULA_DEMO__: "readonly" } },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "no-restricted-imports": ["error", noTauri],
      "no-restricted-properties": [
        "error",
        { object: "navigator", property: "clipboard", message: "Rust owns the clipboard." },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig },
    },
    rules: {
      "svelte/no-at-html-tags": "error",
      "svelte/button-has-type": "error",
      "svelte/no-target-blank": "error",
      "svelte/require-each-key": "error",
    },
  },
  { files: ["ui/src/ipc/**"], rules: { "no-restricted-imports": "off" } },
  {
    files: ["*.js", "*.ts", "ui/**/*.test.ts", "tests/counterparts/*.js"],
    languageOptions: { globals: globals.node },
  },
  // Programs of their own: standard error is theirs.
  { files: ["tests/counterparts/*.js"], rules: { "no-console": "off" } },
);
