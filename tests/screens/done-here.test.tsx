import { act } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { DoneHere } from "@/components/ui";
import { show } from "@/tests/support/show";

const page = (
  <main>
    <input aria-label="Your name" />
    <DoneHere>Your changes are saved.</DoneHere>
  </main>
);

let moved: jest.SpyInstance;
beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  moved = jest.spyOn(Element.prototype, "scrollIntoView");
  // As in browsers, where any element may have it.
  Object.defineProperty(HTMLElement.prototype, "autofocus", {
    configurable: true,
    get(this: Element) {
      return this.hasAttribute("autofocus");
    },
  });
});

test("what was done takes the focus and comes into view when a press draws it", async () => {
  await show(page);
  expect(document.activeElement).toHaveTextContent("Your changes are saved.");
  expect(moved).toHaveBeenCalledTimes(1);
});

test("a script that starts late takes no one away from where they type", async () => {
  const place = document.createElement("div");
  document.body.append(place);
  place.innerHTML = renderToString(page);
  const field = place.querySelector("input");
  field?.focus();
  await act(async () => {
    hydrateRoot(place, page);
    await Promise.resolve();
  });
  expect(document.activeElement).toBe(field);
  expect(moved).not.toHaveBeenCalled();
});
