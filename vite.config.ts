import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Builds the pages into `dist/web`, from where the server serves them. */
export default defineConfig(({ command }) => {
  // Whoever asks for the build, a test run too, gets the pages as they are used, and not React's twice as large development build.
  // biome-ignore lint/style/noProcessEnv: Vite and React read it, and leave no other way to say it
  if (command === "build") process.env.NODE_ENV = "production";
  return {
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
  };
});
