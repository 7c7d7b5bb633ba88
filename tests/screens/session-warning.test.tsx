import { act, fireEvent, render, screen } from "@testing-library/react";
import { SessionWarning } from "@/components/ui/session-warning";

const minute = 60_000;
let idle = 0;
let most = 0;
const asked: string[] = [];

beforeEach(() => {
  jest.useFakeTimers();
  asked.length = 0;
  [idle, most] = [0, 12 * 60 * 60];
  global.fetch = jest.fn((_address: unknown, init?: RequestInit) => {
    asked.push(String(init?.method));
    if (init?.method === "POST") idle = 30 * 60;
    return Promise.resolve({ ok: true, json: () => Promise.resolve({ idle, most }) } as Response);
  });
});
afterEach(() => jest.useRealTimers());

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

test("nothing is said while there is time, even if another tab was used in the meantime", async () => {
  idle = 25 * 60;
  render(<SessionWarning />);
  await pass(5 * minute);
  idle = 29 * 60;
  await pass(20 * minute);
  expect(screen.queryByRole("alert")).toBeNull();
  expect(asked).toEqual(["GET", "GET"]);
});

test("five minutes before the end it warns, and a press lengthens the session", async () => {
  idle = 5 * 60;
  render(<SessionWarning />);
  await pass(5 * minute);
  expect(screen.getByRole("alert").textContent).toContain("signed out in 5 minutes");
  await act(() => Promise.resolve(void fireEvent.click(screen.getByRole("button", { name: "Stay signed in" }))));
  expect(asked).toEqual(["GET", "POST"]);
  expect(screen.queryByRole("alert")).toBeNull();
});

test("after twelve hours the session cannot be extended, and there is only time to save", async () => {
  [idle, most] = [240, 240];
  render(<SessionWarning />);
  await pass(5 * minute);
  expect(screen.getByRole("alert").textContent).toContain("as long as is allowed");
  expect(screen.queryByRole("button")).toBeNull();
});

test("once it is over, what was typed is still there and sign-in opens elsewhere", async () => {
  render(<SessionWarning />);
  await pass(5 * minute);
  expect(screen.getByRole("alert").textContent).toContain("What you typed is still here");
  expect(screen.getByRole("link").getAttribute("target")).toBe("_blank");
});
