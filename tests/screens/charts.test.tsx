import { screen, within } from "@testing-library/react";
import { BarChart, LineChart, Sparkline } from "@/components/charts";
import { show } from "@/tests/support/show";

test("a line chart has a title, a description and the table of its figures, where a missing one is not nought", async () => {
  await show(
    <LineChart
      id="occupancy"
      title="Occupancy rose in 9 of 14 areas"
      description="Occupied beds, per cent of all beds"
      axis={["Oct", "Nov"]}
      series={[{ label: "Oldham", values: [null, 86] }]}
      format={(value) => `${value.toFixed(1)}%`}
    />,
  );
  expect(screen.getByRole("heading", { name: "Occupancy rose in 9 of 14 areas" })).toBeInTheDocument();
  expect(screen.getAllByRole("img", { name: /Occupied beds, per cent of all beds/ })).toHaveLength(2);
  const table = screen.getByRole("table", { hidden: true });
  expect(within(table).getByText("No figure")).toBeInTheDocument();
  expect(within(table).getByText("86.0%")).toBeInTheDocument();
});

test("no chart carries an inline style, which the content policy would refuse", async () => {
  const { container } = await show(
    <>
      <BarChart
        id="ranking"
        title="Oldham is fullest"
        description="Occupied beds"
        bars={[
          { label: "Oldham", value: 91, highlight: true },
          { label: "Bury", value: null },
        ]}
      />
      <Sparkline values={[80, null, 86]} label="From 80% to 86%" />
    </>,
  );
  expect(container.querySelectorAll("[style]")).toHaveLength(0);
  expect(screen.getByRole("img", { name: "From 80% to 86%" })).toBeInTheDocument();
});
