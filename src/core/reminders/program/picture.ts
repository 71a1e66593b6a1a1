import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { stavePlot } from "../../charts/stave-plot.ts";
import type { Section } from "../digest-contract.ts";
import { sayStave } from "../digest-groups.ts";
import type { Picture } from "../letters/digest.ts";
import { colours } from "../letters/sheet.ts";

/** In pixels as a letter shows it; on a phone it is smaller by a third, and its words can still be read. */
const SIZE = { width: 480, height: 120 };
/** So that it is sharp where screens have more pixels than that. */
const ZOOM = 2;

const require = createRequire(import.meta.url);
const fileOf = (path: string): Promise<Buffer> => readFile(require.resolve(path));

/** The alphabets that the pages' font has; what is written in another is in the words beside the picture. */
const ALPHABETS = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese"];
const FAMILY = "Inter Variable";

/** What the pages call their colours and their font, as a letter has them. */
const inLetters: Readonly<Record<string, string>> = {
  ...{
    ink: colours.ink,
    soft: colours.soft,
    paper: colours.card,
    accent: colours.accent,
    hair: colours.hair,
  },
  ...{ unusual: "#a94c1a", grid: "#eceff2", limit: "#a9b1bb", looked: "#3c7d5b" },
  ...{ tried: "#efe6d2", "tried-ink": "#6d5b2f", sans: FAMILY },
};

type Drawn = NonNullable<Section["picture"]>;

/** A stave as on the page of its unit, as a picture that a mail program shows. */
export async function pictureOf({ stave, from, to }: Drawn, name: string): Promise<Picture> {
  const { document, render } = await toolsOnce();
  const plot = stavePlot({ ...SIZE, document }, stave, { from, to }) as SVGSVGElement;
  // Its rules are for browsers.
  for (const style of plot.querySelectorAll("style")) style.remove();
  plot.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const svg = plot.outerHTML.replace(
    /var\(--([\w-]+)\)/g,
    (_, colour: string) => inLetters[colour] ?? "#000",
  );
  return { ...SIZE, name, png: render(svg), says: sayStave(stave) };
}

let tools: ReturnType<typeof openTools> | undefined;

function toolsOnce(): ReturnType<typeof openTools> {
  tools ??= openTools();
  return tools;
}

/** Opened with the first picture: most who run Septet send none. */
async function openTools() {
  const [{ parseHTML }, { initWasm, Resvg }, { default: decompress }] = await Promise.all([
    import("linkedom"),
    import("@resvg/resvg-wasm"),
    import("woff2-encoder/decompress"),
  ]);
  await initWasm(await fileOf("@resvg/resvg-wasm/index_bg.wasm"));
  const fonts: Uint8Array[] = [];
  for (const alphabet of ALPHABETS)
    fonts.push(
      await decompress(await fileOf(`@fontsource-variable/inter/files/inter-${alphabet}-wght-normal.woff2`)),
    );
  const font = { fontBuffers: fonts, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY };
  const { document } = parseHTML("<!doctype html><html></html>");
  return {
    document,
    render(svg: string): Uint8Array {
      const picture = new Resvg(svg, {
        font,
        background: colours.card,
        fitTo: { mode: "zoom", value: ZOOM },
      });
      const drawn = picture.render();
      try {
        return drawn.asPng();
      } finally {
        drawn.free();
        picture.free();
      }
    },
  };
}
