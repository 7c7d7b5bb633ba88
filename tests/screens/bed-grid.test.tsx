import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { BedGrid } from "@/components/questions";
import { show } from "@/tests/support/show";

const types = [
  { key: "GEN_RES", label: "General residential", group: "long_stay" },
  { key: "GEN_NUR", label: "General nursing", group: "long_stay" },
] as const;
const values = {
  "beds.GEN_RES.capacity": "40",
  "beds.GEN_RES.occupied": "34",
  "beds.GEN_RES.reserved": "1",
  "beds.GEN_RES.accepting": "3",
};
const residential = () => within(screen.getByRole("group", { name: "General residential" }));

test("what is left of the capacity is unavailable, and updates as someone types or presses", async () => {
  await show(<BedGrid types={types} values={values} />);
  expect(residential().getByText("Unavailable: 2 beds")).toBeInTheDocument();
  await act(async () => {
    await userEvent.clear(residential().getByLabelText("Occupied"));
    await userEvent.type(residential().getByLabelText("Occupied"), "35");
  });
  expect(residential().getByText("Unavailable: 1 bed")).toBeInTheDocument();
  await act(() =>
    userEvent.click(residential().getByRole("button", { name: "Take away one: General residential, vacant" })),
  );
  expect(residential().getByText("Unavailable: 2 beds")).toBeInTheDocument();
});

test("a blank figure is not nought: nothing is worked out from it", async () => {
  await show(<BedGrid types={types} values={values} />);
  const nursing = within(screen.getByRole("group", { name: "General nursing" }));
  expect(nursing.getByText("Unavailable: fill in all four figures to see what is left")).toBeInTheDocument();
  expect(screen.getByText("In total: 40 beds, 34 occupied, 1 reserved, 3 vacant")).toBeInTheDocument();
});

test("figures that add up to more than all the beds are pointed out at once", async () => {
  await show(<BedGrid types={types} values={{ ...values, "beds.GEN_RES.capacity": "37" }} />);
  expect(residential().getByText("Occupied, reserved and vacant come to 1 bed more than all beds")).toBeInTheDocument();
});

test("the server works it out where there is no JavaScript", () => {
  expect(renderToString(<BedGrid types={types} values={values} />)).toContain("Unavailable: 2 beds");
});

test("the fields are named by bed type and figure", async () => {
  await show(<BedGrid types={types} values={values} asksOpenOf="home" />);
  expect(residential().getByLabelText("All beds")).toHaveAttribute("name", "beds.GEN_RES.capacity");
  expect(residential().getByLabelText("Vacant")).toHaveAttribute("name", "beds.GEN_RES.accepting");
  expect(residential().getByLabelText("Open")).toHaveAttribute("name", "beds.GEN_RES.open");
});

test("what counts as a bed of a type, with an example, is said where its figures are typed", async () => {
  const meant = { definition: "A bed for a person who needs personal care.", example: "Someone of 84 years." };
  await show(<BedGrid types={[{ ...types[0], ...meant }]} values={values} />);
  expect(residential().getByText(meant.definition)).toBeInTheDocument();
  expect(residential().getByText(new RegExp(meant.example))).toBeInTheDocument();
});
