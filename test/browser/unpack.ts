import chromium from "@sparticuz/chromium";

/* Run as a process of its own: says where Chromium is, once it is unpacked. */
const executablePath = await chromium.executablePath();
const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
const env = { LD_LIBRARY_PATH, FONTCONFIG_PATH };
process.stdout.write(JSON.stringify({ executablePath, args: chromium.args, env }));
