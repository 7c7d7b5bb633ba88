import { screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { NumberField } from "@/components/ui";
import { press, show } from "@/tests/support/show";

test("plus and minus change the number by one and never go below nought", async () => {
  await show(<NumberField name="occupied" label="Occupied" value={1} steppers />);
  const box = screen.getByLabelText("Occupied");
  await press("Add one: Occupied");
  expect(box).toHaveValue("2");
  await press("Take away one: Occupied");
  await press("Take away one: Occupied");
  await press("Take away one: Occupied");
  expect(box).toHaveValue("0");
});

test("a blank number stays blank until someone types or presses", async () => {
  await show(<NumberField name="occupied" label="Occupied" value={null} steppers />);
  expect(screen.getByLabelText("Occupied")).toHaveValue("");
  await press("Add one: Occupied");
  expect(screen.getByLabelText("Occupied")).toHaveValue("1");
});

test("a number with a comma between thousands counts on from what it means", async () => {
  await show(<NumberField name="hours" label="Hours" value="1,204" steppers />);
  await press("Add one: Hours");
  expect(screen.getByLabelText("Hours")).toHaveValue("1205");
});

test("the box brings up a number keyboard and last month's figure describes it", async () => {
  await show(<NumberField name="occupied" label="Occupied" beside="Last month: 12" />);
  expect(screen.getByLabelText("Occupied")).toHaveAttribute("inputmode", "numeric");
  expect(screen.getByLabelText("Occupied")).toHaveAccessibleDescription("Last month: 12");
});

test("without JavaScript there are no buttons that would do nothing", () => {
  expect(renderToString(<NumberField name="occupied" label="Occupied" steppers />)).not.toContain("<button");
});
