import { holidaysByRule } from "@/lib/windows/bank-holidays";
import { windowsOfYear } from "@/lib/windows/windows-of-year";

test("the windows of 2026 are twelve, each with its days in words and why it closes then", () => {
  const windows = windowsOfYear(2026, holidaysByRule);
  expect(windows).toHaveLength(12);
  expect(windows[10]).toMatchObject({
    opens: "Sunday 8 November 2026",
    closes: "11:59pm on Monday 16 November 2026",
    why: "It closes on Monday the 16th, the next working day, because the 14th is a Saturday.",
  });
  expect(windows[11]).toMatchObject({
    opens: "Tuesday 8 December 2026",
    closes: "11:59pm on Monday 14 December 2026",
    why: "The 14th is a Monday, and a working day.",
  });
});

test("the window of April 2028 says that the 14th is Good Friday", () => {
  expect(windowsOfYear(2028, holidaysByRule)[3]).toMatchObject({
    closes: "11:59pm on Tuesday 18 April 2028",
    why: "It closes on Tuesday the 18th, the next working day, because the 14th is a bank holiday (Good Friday).",
  });
});

test("an extended window says until when and why, and only to the locations it is extended for", () => {
  const extension = { month: "2026-12", lastDay: "2026-12-16", reason: "Mail was down.", locationIds: ["rosewood"] };
  const december = (locationId?: string) => windowsOfYear(2026, holidaysByRule, [extension], locationId)[11];
  expect(december("rosewood")?.why).toBe("Extended to Wednesday 16 December 2026: Mail was down.");
  expect(december()?.why).toBe("The 14th is a Monday, and a working day.");
});
