import { EmailRefused, resend } from "@/lib/email/transport";

const letter = {
  id: "0e1f6d2c-3f8a-4a51-9d11-6f3a5c2b7e10",
  to: "amina@rosewood.example",
  subject: "Amina: your password was changed",
  html: "<p>It was changed.</p>",
  text: "It was changed.",
};
const out = resend("re_key_of_this_test", "Capacity Tracker <no-reply@tracker.example>");
const answer = jest.spyOn(globalThis, "fetch");

const answering = (status: number, body: unknown) =>
  answer.mockResolvedValueOnce(
    new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } }),
  );

beforeEach(() => answer.mockReset());
afterAll(() => answer.mockRestore());

test("a message goes to Resend under its own id, so that a repeat is recognised and Resend can report on it by that id", async () => {
  answering(200, { id: "theirs" });
  await out.send(letter);
  const [url, sent] = answer.mock.calls[0] ?? [];
  expect(url).toBe("https://api.resend.com/emails");
  const headers = new Headers(sent?.headers);
  expect([headers.get("authorization"), headers.get("idempotency-key")]).toEqual([
    "Bearer re_key_of_this_test",
    letter.id,
  ]);
  expect(JSON.parse(sent?.body as string)).toMatchObject({
    to: letter.to,
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
    headers: { "Message-ID": `<${letter.id}@tracker.example>` },
    tags: [{ name: "message", value: letter.id }],
  });
});

test("what Resend will never take is refused for good; what it cannot take now is tried again", async () => {
  answering(422, { name: "validation_error", message: "Invalid `to` field", statusCode: 422 });
  await expect(out.send(letter)).rejects.toThrow(EmailRefused);
  for (const [status, name] of [
    [429, "rate_limit_exceeded"],
    [500, "application_error"],
  ] as const) {
    answering(status, { name, message: "Not now", statusCode: status });
    const fault = await out.send(letter).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(Error);
    expect(fault).not.toBeInstanceOf(EmailRefused);
  }
});

test("a lost connection is tried again", async () => {
  answer.mockRejectedValueOnce(new TypeError("fetch failed"));
  const fault = await out.send(letter).catch((thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(Error);
  expect(fault).not.toBeInstanceOf(EmailRefused);
});
