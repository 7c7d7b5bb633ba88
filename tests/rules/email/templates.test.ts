import fc from "fast-check";
import { emailTemplates } from "@/emails";
import { plainText } from "@/lib/outbox/plain-text";
import { renderEmail } from "@/lib/email/render-email";
import { readProps, subjectOf, templates, type TemplateName } from "@/lib/outbox/templates";
import { forgetEnv } from "@/lib/env";

const origin = "https://tracker.example";

beforeAll(() => {
  Object.assign(process.env, {
    SERVICE_MODE: "demo",
    APP_ORIGIN: origin,
    DATABASE_URL: "postgres://nowhere",
    SECRET_KEY: "a key for this test that is long enough",
  });
  forgetEnv();
});

const names = Object.keys(templates) as TemplateName[];

/** An example taken apart: what the row would hold, and what is worked out when sending. */
function exampleOf(template: TemplateName): { props: never; secrets: never } {
  const shape = templates[template].facts.shape;
  const entries = Object.entries(emailTemplates[template].example as object);
  const pick = (ofRow: boolean) => Object.fromEntries(entries.filter(([key]) => Object.hasOwn(shape, key) === ofRow));
  return { props: readProps(template, pick(true)) as never, secrets: pick(false) as never };
}

const linksIn = (html: string): string[] => [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link ?? "");

describe.each(names)("the message %s", (template) => {
  it("every message has HTML and plain text, says who to ask, and leaves nothing undefined", async () => {
    const { props, secrets } = exampleOf(template);
    const { html, text } = await renderEmail(template, props, secrets);
    for (const body of [html, text]) {
      expect(body).not.toMatch(/undefined|null|NaN|Invalid Date|\[object/);
      expect(body).toContain("support@tracker.example");
    }
    expect(html).toContain('lang="en-GB"');
    expect(text).not.toContain("<");
  });

  it("links to this service alone", async () => {
    const { props, secrets } = exampleOf(template);
    const { html, text } = await renderEmail(template, props, secrets);
    for (const link of linksIn(html)) expect(new URL(link).origin).toBe(origin);
    for (const link of text.match(/https?:\S+/g) ?? []) expect(new URL(link).origin).toBe(origin);
  });

  it("every message has a subject of one line that says what it is about", () => {
    const { props } = exampleOf(template);
    const subject = subjectOf(template, props, "Capacity Tracker");
    expect(subject).not.toMatch(/[\r\n]|undefined/);
    expect(subject.length).toBeGreaterThan(15);
    expect(subject.length).toBeLessThan(120);
  });

  it("every message keeps only the facts that it names", () => {
    const { props } = exampleOf(template);
    expect(() => readProps(template, { ...(props as object), password: "abcd-efgh" })).toThrow();
  });
});

const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.constantFrom(
    "Ann\r\nBcc: all@elsewhere.example",
    "Ann\nSubject: You have won",
    "https://elsewhere.example/sign-in",
    "www.elsewhere.example",
    "elsewhere.example/x?y=z",
    "javascript:alert(1)",
    '"><a href="https://elsewhere.example">press</a>',
    "Ann\u2028Bcc: x\u202eelpmaxe",
    "//elsewhere.example",
    "mailto:x@elsewhere.example",
  ),
);

it("whatever a name holds, it makes no header, no link and no more than one line", () => {
  fc.assert(
    fc.property(nasty, nasty, (before, after) => {
      const shown = plainText(before + after);
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029<>@]|:\/|\/\/|\.\p{L}/u);
      expect(shown.length).toBeLessThanOrEqual(100);
      expect(plainText(shown)).toBe(shown);
    }),
    { numRuns: 2000 },
  );
});

it("a name in a message is text, never markup or a link", async () => {
  const name = 'Ann <a href="https://elsewhere.example">x</a> www.elsewhere.example';
  const facts = { name, email: "ann@rosewood.example", jobTitle: name, places: [name], approver: false, path: "/home" };
  const props = readProps("registration-waiting", facts);
  const { html, text } = await renderEmail("registration-waiting", props, {});
  expect(linksIn(html).filter((link) => !link.startsWith(origin))).toEqual([]);
  expect(html + text).not.toContain("elsewhere.example");
});

it("a link that a message is asked to carry leads nowhere else", () => {
  const facts = { waiting: 1, oldest: "2026-11-10T10:00:00Z", hours: 48 };
  expect(readProps("registrations-overdue", { ...facts, path: "/admin/registrations" })).toMatchObject(facts);
  for (const path of [
    "https://elsewhere.example",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "javascript:alert(1)",
    "/a\r\nb",
    "home",
  ])
    expect(() => readProps("registrations-overdue", { ...facts, path })).toThrow();
});

it("we tell whoever decides how long we told people it takes, from the setting", async () => {
  Object.assign(process.env, { REGISTRATION_WAITING_HOURS: "24" });
  forgetEnv();
  for (const template of ["registration-waiting", "access-requested"] as const) {
    const { props, secrets } = exampleOf(template);
    expect((await renderEmail(template, props, secrets)).text).toContain("decide within 24 hours");
  }
  delete process.env.REGISTRATION_WAITING_HOURS;
  forgetEnv();
});

it("a confirmation names the sender to trust, without the name beside it, and the site to trust", async () => {
  const { props, secrets } = exampleOf("registration-received");
  const { text } = await renderEmail("registration-received", props, secrets);
  expect(text).toMatch(/Add no-reply@tracker\.example\s+to your safe senders/);
  expect(text).toMatch(/add\s+https:\/\/tracker\.example\s+to the trusted sites/);
});

it("an ordinary name is left as it was typed", () => {
  for (const name of ["St. John's Lodge", "Zoë O'Neill-Smith", "Unit 4, 24/7 Care Ltd.", "Tŷ Gwyn (Rosewood)"])
    expect(plainText(name)).toBe(name);
});
