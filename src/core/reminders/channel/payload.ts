/** Where Microsoft Teams has its webhooks: those of its workflows, by Power Automate, and the older connectors. */
const TEAMS = /\.(logic\.azure\.com|webhook\.office\.com|api\.powerplatform\.com)$/;

/** What is posted, by the host that it goes to: Teams takes an adaptive card; Slack, Mattermost and others take a text. */
export function payloadFor(host: string, lines: readonly string[]): object {
  if (TEAMS.test(host)) return card(lines.map(withoutMentions));
  // Slack reads <…> as links and mentions: https://docs.slack.dev/messaging/formatting-message-text#escaping
  return { text: lines.map((line) => withoutMentions(escaped(line))).join("\n") };
}

const escaped = (line: string): string =>
  line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A question with @channel in it calls nobody: a character of no width stands behind the @. */
const withoutMentions = (line: string): string => line.replaceAll("@", "@\u200b");

/** https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using */
const card = (lines: readonly string[]) => ({
  type: "message",
  attachments: [
    {
      contentType: "application/vnd.microsoft.card.adaptive",
      contentUrl: null,
      content: {
        $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
        type: "AdaptiveCard",
        version: "1.4",
        body: lines.filter((line) => line !== "").map((text) => ({ type: "TextBlock", text, wrap: true })),
      },
    },
  ],
});
