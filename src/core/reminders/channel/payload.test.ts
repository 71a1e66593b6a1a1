import { expect, test } from "vitest";
import { payloadFor } from "./payload.ts";

const lines = ["Check-in of R&D today, 09:00", "• Why <!channel> @here?", "https://septet.example.org/x"];

test("Slack and Mattermost take a text, in which nothing calls anybody", () => {
  const text =
    "Check-in of R&amp;D today, 09:00\n• Why &lt;!channel&gt; @\u200bhere?\nhttps://septet.example.org/x";
  expect(payloadFor("hooks.slack.com", lines)).toEqual({ text });
  expect(payloadFor("chat.example.internal", lines)).toEqual({ text });
});

test.each([
  "prod-12.westeurope.logic.azure.com",
  "example.webhook.office.com",
  "x.environment.api.powerplatform.com",
])("%s is Teams, and takes an adaptive card", (host) => {
  const payload = payloadFor(host, lines) as {
    attachments: [{ contentType: string; content: { type: string; body: { text: string }[] } }];
  };
  const [{ contentType, content }] = payload.attachments;
  expect([contentType, content.type]).toEqual(["application/vnd.microsoft.card.adaptive", "AdaptiveCard"]);
  expect(content.body.map(({ text }) => text)).toEqual([lines[0], "• Why <!channel> @\u200bhere?", lines[2]]);
});

test("a host that only ends alike is not Teams", () => {
  expect(payloadFor("evil-logic.azure.com.example.org", ["a"])).toEqual({ text: "a" });
});
