import nodemailer from "nodemailer";
import { Resend } from "resend";
import { env } from "@/lib/env";

/** A message as it leaves. The id is the outbox row's: the same however often it is sent. */
export interface OutgoingEmail {
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Where a mail program ends messages like this one when its reader presses "unsubscribe"; undefined if no one can. */
  unsubscribe?: string | undefined;
}

/** A way out for mail. `send` throws if the letter was not taken. */
export interface Transport {
  name: "kept" | "smtp" | "resend";
  send(letter: OutgoingEmail): Promise<void>;
}

/** The letter was refused permanently: another try would be refused as well. */
export class EmailRefused extends Error {
  constructor(
    message: string,
    /** Whether it is the recipient's address that was refused. */
    readonly bounced: boolean,
  ) {
    super(message);
  }
}

/** What the settings say mail leaves by. */
export function transport(): Transport {
  const { MAIL_TRANSPORT, SMTP_URL = "", RESEND_API_KEY = "", MAIL_FROM } = env();
  if (MAIL_TRANSPORT === "smtp") return smtp(SMTP_URL, MAIL_FROM);
  if (MAIL_TRANSPORT === "resend") return resend(RESEND_API_KEY, MAIL_FROM);
  return keepInOutbox;
}

/** Keeps mail in the outbox, to be read at /dev/mail in a demo. */
export const keepInOutbox: Transport = { name: "kept", send: () => Promise.resolve() };

/** The Message-ID of a letter: fixed, so that a mail program knows a repeat. */
export const messageId = (id: string, from: string): string =>
  `<${id}@${/@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? "localhost"}>`;

/** The headers by which a mail program shows its own "unsubscribe" and posts it for the reader (RFC 8058). */
const inOnePress = (unsubscribe: string | undefined): Record<string, string> =>
  unsubscribe === undefined
    ? {}
    : { "List-Unsubscribe": `<${unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };

/** A mail relay. Gives up after `patience` milliseconds of silence. */
export function smtp(url: string, from: string, patience = 20_000): Transport {
  const relay = nodemailer.createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: "smtp",
    async send({ id, to, subject, html, text, unsubscribe }) {
      const headers = {
        ...{ "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
        ...inOnePress(unsubscribe),
      };
      await relay
        .sendMail({ messageId: messageId(id, from), from, to: { name: "", address: to }, subject, html, text, headers })
        .catch(refusedForGood);
    },
  };
}

interface SmtpError extends Error {
  responseCode?: number;
  command?: string;
}

function refusedForGood(error: SmtpError): never {
  const bounced = error.command === "RCPT TO";
  if ((error.responseCode ?? 0) >= 500 && (bounced || error.command === "DATA"))
    throw new EmailRefused(error.message, bounced);
  throw error;
}

const ourFault = new Set(["invalid_parameter", "invalid_access", "missing_required_field", "validation_error"]);

/** Resend. It recognises a repeat by the letter's id, and gives the id when it tells us whether the letter arrived. */
export function resend(key: string, from: string): Transport {
  const client = new Resend(key);
  return {
    name: "resend",
    async send({ id, to, subject, html, text, unsubscribe }) {
      const headers = {
        ...{ "Message-ID": messageId(id, from), "Auto-Submitted": "auto-generated" },
        ...inOnePress(unsubscribe),
      };
      const tags = [{ name: "message", value: id }];
      const { error } = await client.emails.send(
        { from, to, subject, html, text, headers, tags },
        { idempotencyKey: id },
      );
      if (!error) return;
      if (ourFault.has(error.name)) throw new EmailRefused(`${error.name}: ${error.message}`, false);
      throw new Error(`${error.name}: ${error.message}`);
    },
  };
}
