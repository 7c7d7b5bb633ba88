import { askingInWords, hoursToAskUntil, readUntil, untilInWords, wrongWithNote } from "@/lib/capacity/enquiry";

const now = new Date("2026-11-26T13:50:00Z");

test.each([
  "NHS 943 476 5919",
  "9434765919",
  "943-476-5919",
  "Mrs B, 12/03/1941",
  "3.4.38",
  "1941-03-12",
  "12 March 1941",
  "12th of Mar 41",
  "March 12, 1941",
  "dob on the form",
  "born in Oldham",
])("a note that says “%s” is refused", (note) => {
  expect(wrongWithNote(note)).toMatch(/^Remove/);
});

test.each([
  "",
  "A ground floor room, please. Ring 0161 496 0000 or 07700 900123",
  "Could you assess on 3 December? Ward 12, bed 4",
  "Ring +44 161 496 0000, extension 2311",
  "May need a hoist from Monday 30 November at 2pm",
])("a note about the bed is kept: “%s”", (note) => {
  expect(wrongWithNote(note)).toBeNull();
});

test("a note is short", () => {
  expect(wrongWithNote("x".repeat(201))).toMatch(/200/);
});

test("the hours offered are the next full hours that leave time to ring, and each is read back", () => {
  const hours = hoursToAskUntil(now);
  expect(hours.map((hour) => untilInWords(hour, now))).toEqual([
    ...["3pm", "4pm", "5pm", "6pm", "7pm", "8pm", "9pm", "10pm", "11pm", "midnight", "1am tomorrow", "2am tomorrow"],
  ]);
  for (const hour of hours) expect(readUntil(hour.toISOString(), now)).toEqual(hour);
});

test.each(["", "soon", "2026-11-26T13:00:00Z", "2026-11-26T15:30:00Z", "2026-11-28T15:00:00Z"])(
  "“%s” is not an hour that an enquiry can end at",
  (typed) => {
    expect(readUntil(typed, now)).toBeNull();
  },
);

test("an enquiry reads as a sentence", () => {
  const asking = { organisation: "The discharge team of Moorside Infirmary", until: new Date("2026-11-26T15:00:00Z") };
  expect(askingInWords({ ...asking, bedType: null }, now)).toBe(
    "The discharge team of Moorside Infirmary is asking about a bed here until 3pm.",
  );
  expect(askingInWords({ ...asking, bedType: "General nursing" }, now)).toBe(
    "The discharge team of Moorside Infirmary is asking about a bed of the type general nursing until 3pm.",
  );
});
