import { createTransport } from "nodemailer";

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for those who read more than plain text. */
  readonly html?: string;
  /** Pictures that the HTML names as `cid:name`. */
  readonly pictures?: readonly { readonly name: string; readonly png: Uint8Array }[];
  /** An address that takes the reader off by one POST, for mail programs that offer it (RFC 8058). */
  readonly unsubscribe?: string;
  /** The same each time that one letter is tried, so that one which came twice is seen once. */
  readonly id?: string;
}

export interface Mail {
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** Nobody waits for a mail server longer than this, in milliseconds. */
const PATIENCE_MS = 15_000;

/** Mail through the server at `url` (`smtp://` or `smtps://`, with user and password where it wants them). */
export function openMail({ url, from }: { readonly url: string; readonly from: string }): Mail {
  const patience = {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  };
  const transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true });
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";
  return {
    // An address as an object is taken as it is, and never read as a list of several.
    send: async ({ to, subject, text, html, pictures = [], unsubscribe, id }) =>
      void (await transport.sendMail({
        ...{ from, to: { name: "", address: to }, subject, text },
        ...(html === undefined ? {} : { html }),
        ...(id === undefined ? {} : { messageId: `<${id}@${domain}>` }),
        ...(unsubscribe === undefined ? {} : { headers: unsubscribing(unsubscribe) }),
        attachments: pictures.map(({ name, png }) => ({
          ...{ filename: `${name}.png`, cid: name, contentType: "image/png", contentDisposition: "inline" },
          content: Buffer.from(png),
        })),
      })),
    close: () => transport.close(),
  };
}

const unsubscribing = (address: string) => ({
  "List-Unsubscribe": `<${address}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  // So that no absent reader's programme answers.
  "Auto-Submitted": "auto-generated",
});
