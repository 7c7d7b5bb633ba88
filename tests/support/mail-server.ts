import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** What the server does with a letter: takes it, says "try later", refuses its recipient, or takes it and drops the line. */
export type Behaviour = "take" | "later" | "refuse" | "drop" | "hang";

export interface MailServer {
  url: string;
  /** Every letter it took, as it came. */
  taken: { to: string; messageId: string; raw: string }[];
  close(): Promise<void>;
}

/** A mail server on a port of its own that does with the nth letter to an address what `behaviour` says. */
export async function mailServer(
  behaviour: (to: string, nth: number) => Behaviour = () => "take",
): Promise<MailServer> {
  const taken: MailServer["taken"] = [];
  const tries = new Map<string, number>();
  const doing = new Map<string, Behaviour>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo({ address }, _session, answer) {
      const nth = (tries.get(address) ?? 0) + 1;
      tries.set(address, nth);
      doing.set(address, behaviour(address, nth));
      answer(doing.get(address) === "refuse" ? status(550, "No such mailbox") : null);
    },
    onData(stream, session, answer) {
      const to = session.envelope.rcptTo[0]?.address ?? "";
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const does = doing.get(to);
        if (does === "later") return answer(status(451, "Try later"));
        taken.push({ to, messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? "", raw });
        if (does === "hang") return;
        answer(does === "drop" ? status(421, "Closing") : null);
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, taken, close: () => new Promise((closed) => server.close(closed)) };
}

const status = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
