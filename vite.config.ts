import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Builds the pages into `dist/web`, from where the server serves them. */
export default defineConfig({
  root: "src/web",
  plugins: [react()],
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    // The content security policy lets nothing inline through.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
