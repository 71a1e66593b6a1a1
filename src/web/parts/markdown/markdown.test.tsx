import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { MarkdownText } from "./markdown.tsx";

const shown = (text: string) => renderToString(<MarkdownText text={text} />);

describe("what others wrote", () => {
  test("runs nothing, and asks for nothing from elsewhere", () => {
    const links = [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,hi",
      "vbscript:x",
      "javascript&colon;x",
    ];
    const html = shown(
      [...links.map((to) => `[a](${to}) ![b](${to})`), "![c](https://example.org/x.png)"].join("\n\n"),
    );
    expect(html).not.toMatch(/<img|href="(?!https:\/\/example\.org|")/i);
    expect(html).toContain('href="https://example.org/x.png" rel="noreferrer nofollow ugc"');
    const raw = shown("<script>alert(1)</script>\n\nA <img src=x onerror=alert(1)> <iframe src=x></iframe>");
    expect(raw).not.toMatch(/<(?:script|img|iframe)/i);
  });

  // Each took from five seconds to a minute, or ended in an error, before it was shown as it is written.
  test.each([
    ["quotes within quotes", `${">".repeat(20_000)} x`],
    ["lists within lists", Array.from({ length: 400 }, (_, n) => `${"  ".repeat(n)}- x`).join("\n")],
    ["lists on one line", `${"1. ".repeat(2_000)}x`],
    [
      "a small text that is a huge table",
      `${"|a".repeat(5_000)}|\n${"|-".repeat(5_000)}|\n${"|x|\n".repeat(500)}`,
    ],
    ["emphasis that never ends", `${"a**b".repeat(20_000)}${"c* ".repeat(10_000)}`],
    ["fences of every length", Array.from({ length: 600 }, (_, n) => `${"`".repeat(n + 1)}a`).join(" ")],
  ])("is shown as it is written where reading it would keep the page from answering: %s", (_, text) => {
    const began = performance.now();
    const html = shown(text);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(html.length).toBeLessThan(5 * text.length + 500);
  });

  test("what people write is read as Markdown, also where it is long", () => {
    const row = `| ${"`a_b` | ".repeat(8)}`;
    const text = [
      ...["## Options", "", "> > Quoted *twice*", "", "1. One", "   - deeper", "     - still", ""],
      ...[row, "|---".repeat(8), ...Array.from({ length: 100 }, () => row), ""],
      ...Array.from({ length: 500 }, (_, n) => `Paragraph **${n}** of _many_.\n`),
    ].join("\n");
    const html = shown(text);
    expect(html.match(/<strong>/g)).toHaveLength(500);
    expect(html.match(/<tr>/g)).toHaveLength(101);
    expect(html).toContain("<h2>");
  });
});
