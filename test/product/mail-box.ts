import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

interface MailBoxOptions {
  /** Whom it takes no letter for. */
  readonly refuses?: (address: string) => boolean;
}

/** A real mail server that keeps what it is sent. */
export async function openMailBox({ refuses = () => false }: MailBoxOptions = {}) {
  const letters: string[] = [];
  /** The same, each with whom it is for. */
  const post: { to: string; letter: string; raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      done(refuses(address) ? new Error("There is nobody of this name here.") : undefined);
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const raw = Buffer.concat(parts).toString("utf8");
        letters.push(plain(raw));
        for (const { address } of session.envelope.rcptTo)
          post.push({ to: address, letter: plain(raw), raw });
        done();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    post,
    /** The first letter to come, or that came, with these words in it. */
    async letter(words: string): Promise<string> {
      for (const until = Date.now() + 10_000; Date.now() < until; ) {
        const found = letters.find((each) => each.includes(words));
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`No letter with “${words}” came.`);
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

/** Long lines are broken by mail with an = at their end. */
const plain = (raw: string): string =>
  raw
    .replace(/=\r?\n/g, "")
    .replace(/=3D/g, "=")
    .replace(/\r/g, "");

/** The link in a letter. */
export const linkIn = (letter: string): string => /https?:\/\/\S+/.exec(letter)?.[0] ?? "";
