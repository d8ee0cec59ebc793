import { svelte } from "@sveltejs/vite-plugin-svelte";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
/** `npm run dev:demo` answers the page from `ui/dev/` instead of Rust: for designing only. */
const demo = process.env["VINCULA_UI_DEMO"] === "1" && process.env["NODE_ENV"] !== "production";

export default defineConfig({
  root: resolve(root, "ui"),
  plugins: [svelte({ configFile: resolve(root, "svelte.config.js") })],
  // Rust and the page read the same texts.
  resolve: {
    // Tests mount components as a browser does.
    ...(process.env["VITEST"] ? { conditions: ["browser"] } : {}),
    alias: {
      $locales: resolve(root, "src-tauri/core/locales"),
    },
  },
  define: { __VINCULA_DEMO__: JSON.stringify(demo) },
  clearScreen: false,
  server: {
    port: 1420,
    strictPort: true,
    fs: { allow: [resolve(root, "ui"), resolve(root, "src-tauri/core"), resolve(root, "node_modules")] },
    watch: { ignored: ["**/target/**"] },
  },
  build: {
    outDir: resolve(root, "ui/dist"),
    emptyOutDir: true,
    target: ["es2022", "safari15.4"],
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The page is read out of the program itself: nothing is gained by reading it in parts.
    chunkSizeWarningLimit: 1024,
    // A data: URL would need a wider content security policy.
    assetsInlineLimit: 0,
  },
  test: {
    include: ["src/**/*.test.ts"],
    environment: "node",
  },
});
