import { formatTelephone, isTelephone, telephoneHref } from "@/lib/telephone";

test.each([
  ["01632 960 001", "01632 960001", "tel:+441632960001"],
  ["+44 (0)20 7946 0000", "020 7946 0000", "tel:+442079460000"],
  ["447700 900982", "07700 900982", "tel:+447700900982"],
  ["1632960001", "01632 960001", "tel:+441632960001"],
  ["01632 960 001 (ext. 12)", "01632 960001 ext 12", "tel:+441632960001;ext=12"],
  ["0161–496–0000 x1234", "0161 496 0000 ext 1234", "tel:+441614960000;ext=1234"],
])("%s is shown as %s and rung as %s", (typed, shown, href) => {
  expect([isTelephone(typed), formatTelephone(typed), telephoneHref(typed)]).toEqual([true, shown, href]);
});

test("a number that is not a UK number is shown as it is", () => {
  expect(formatTelephone("+33 1 42 68 53 00")).toBe("+33 1 42 68 53 00");
  expect(telephoneHref("+33 1 42 68 53 00")).toBe("tel:+33142685300");
  expect(formatTelephone("see website")).toBe("see website");
});
