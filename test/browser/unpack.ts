import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";

/* Run as a process of its own: says where Chromium is, once it is unpacked. */
const executablePath = await chromium.executablePath();

// Its own list of font folders names /tmp/fonts, which is another's or nobody's; without any font it draws no text.
const fonts = join(tmpdir(), "fonts");
writeFileSync(
  join(fonts, "fonts.conf"),
  `<fontconfig><dir>${fonts}</dir><cachedir>${join(fonts, "cache")}</cachedir></fontconfig>\n`,
);

const { LD_LIBRARY_PATH } = process.env;
const env = { LD_LIBRARY_PATH, FONTCONFIG_PATH: fonts };
process.stdout.write(JSON.stringify({ executablePath, args: chromium.args, env }));
