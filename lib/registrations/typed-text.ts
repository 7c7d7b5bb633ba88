import { z } from "zod";
import { anyAddress, isAddress, problemWithAddress } from "@/lib/outbox/email-address";
import { asAddress, stowaways } from "@/lib/outbox/plain-text";
import { isTelephone, notATelephone } from "@/lib/telephone";

const control = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
/** Joins or parts two letters in Persian, Sinhala, Malayalam and others: unseen, and part of the spelling. */
const joiner = /(?<=[\p{L}\p{M}])[\u200c\u200d](?=\p{L})/gu;
/** What may stand before a full stop within a name: initials, and titles written without a blank. */
const shortened = /^(?:\p{L}|dr|st|ste|mr|mrs|ms|mx|miss|prof|rev|revd|sr|jr|fr|no|ltd|co|asst|dep)$/iu;

/** Would a mail program, or a reader, take something in it for a web address? */
const hasLink = (typed: string): boolean =>
  /[a-z]:\/\/|^https?:|www\./i.test(typed) ||
  [...typed.matchAll(/([\p{L}\p{M}\p{N}-]+)\.(?=\p{L}{2})/gu)].some(([, before = ""]) => !shortened.test(before));
const spaced = (typed: string) =>
  typed
    .normalize("NFC")
    .replace(/[\t\p{Zs}]+/gu, " ")
    .trim();

/** A line that someone types: trimmed, no line break or other unseen character, and never a link. */
const line = (missing: string, longest: number, what: string) =>
  z
    .string({ error: missing })
    .max(20_000)
    .transform((typed) => spaced(typed.replace(stowaways, "")))
    .refine((typed) => !control.test(typed.replace(joiner, "")), {
      error: "Use letters, numbers and spaces only",
      abort: true,
    })
    .refine((typed) => typed !== "", { error: missing, abort: true })
    .refine((typed) => typed.length <= longest, {
      error: `${what} must be ${longest} characters or fewer`,
      abort: true,
    })
    .refine((typed) => !hasLink(typed), { error: "Leave out web addresses, and put a space after a full stop" });

/** An email address, in small letters: one person has one account however it is typed. */
export const emailAddress = z
  .string({ error: "Enter your email address" })
  .transform(asAddress)
  .refine((typed) => typed !== "", { error: "Enter your email address", abort: true })
  .refine((typed) => isAddress(typed) && !control.test(typed), {
    error: ({ input }) => {
      const problem = problemWithAddress(String(input)) ?? anyAddress;
      return problem === anyAddress
        ? "Enter an email address in the correct format, like name@organisation.co.uk"
        : problem;
    },
  });

const personName = (missing: string, unfit: string, what: string) =>
  line(missing, 100, what).refine(
    (typed) =>
      /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\p{Pd}\u200c\u200d .,'’‘ʻʼ`´·・()/-]*$/u.test(typed) && /\p{L}/u.test(typed),
    { error: unfit },
  );

/** A person's name, in whatever letters they write it: the one rule for names, wherever they come in. */
export const fullName = personName(
  "Enter your full name",
  "Enter your name as people know you, without symbols",
  "Your full name",
);

/** Someone else's name, by the same rule. */
export const othersName = personName("Enter a name", "Enter the name in letters, without symbols", "The name");

/** The first thing that is wrong with a text by a rule above, in words, or null. */
export const wrongWith = (rule: z.ZodType, typed: string): string | null =>
  rule.safeParse(typed).error?.issues[0]?.message ?? null;

export const jobTitle = line("Enter your job title", 100, "The job title").refine((typed) => /\p{L}{2}/u.test(typed), {
  error: "Enter your job title in words, such as deputy manager",
});

export const organisationName = line(
  "Enter the name of your organisation",
  150,
  "The name of your organisation",
).refine((typed) => /\p{L}{2}/u.test(typed), { error: "Enter the name of your organisation in words" });

/** A telephone number, kept as it was typed. */
export const telephone = z
  .string({ error: "Enter your contact number" })
  .transform((typed) => spaced(typed.replace(/\p{Cf}/gu, "")))
  .refine((typed) => typed !== "", { error: "Enter your contact number", abort: true })
  .refine(isTelephone, { error: notATelephone });

/** A postcode, written as the Royal Mail does: "OL1 1AA". */
export const postcode = z
  .string({ error: "Enter your postcode" })
  .transform((typed) => typed.toUpperCase().replace(/[^A-Z0-9]/g, ""))
  .refine((typed) => typed !== "", { error: "Enter your postcode", abort: true })
  .refine((typed) => /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(typed), {
    error: "Enter a full UK postcode, like OL1 1AA",
    abort: true,
  })
  .transform((typed) => `${typed.slice(0, -3)} ${typed.slice(-3)}`);

/** Several lines of text: line breaks stay, other unseen characters don't. */
const text = (missing: string, longest: number, what: string) =>
  z
    .string({ error: missing })
    .max(20_000)
    .transform((typed) =>
      typed
        .normalize("NFC")
        .split(/\r\n|\r|\n/)
        .map((each) => each.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim())
        .join("\n")
        .trim(),
    )
    .refine((typed) => typed !== "", { error: missing, abort: true })
    .refine((typed) => typed.length <= longest, { error: `${what} must be ${longest} characters or fewer` });

export const postalAddress = text("Enter the address of your organisation", 500, "The address of your organisation");

export const reasonForAccess = text("Tell us why you need access", 1000, "Why you need access").refine(
  (typed) => typed === "" || typed.length >= 10,
  { error: "Tell us why you need access in a sentence or two" },
);
