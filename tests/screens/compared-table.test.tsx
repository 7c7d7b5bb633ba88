import { render, screen, within } from "@testing-library/react";
import { ComparedTable } from "@/app/(dashboard)/reports/compare/[location]/compared-table";
import type { Compared } from "@/lib/reports/comparison/compared-measures";

const measure = (label: string, own: number, [lower, median, upper]: [number, number, number]): Compared => ({
  ...{ key: label, label, definition: "What it means.", unit: "percent" },
  own: { state: "known", value: own, numerator: own, denominator: 1, locations: 1 },
  others: { state: "known", locations: 29, lower, median, upper },
});

test("each figure stands beside the middle half of similar homes, and says where it lies among them", () => {
  const compared = [
    measure("Occupied", 0.7, [0.8, 0.882, 0.947]),
    measure("Absent", 0.08, [0.045, 0.065, 0.087]),
    measure("Overtime", 0.12, [0.01, 0.02, 0.03]),
    measure("Agency staff", 0, [0, 0, 0.08]),
    measure("Agency hours", 0, [0, 0, 0]),
  ];
  render(<ComparedTable compared={compared} caption="Rosewood and similar homes nearby" one="home" many="homes" />);
  expect(screen.getAllByText("Half of similar homes lie between").length).toBeGreaterThan(0);
  const says = (label: string) => {
    const row = screen.getByRole("rowheader", { name: new RegExp(label) }).closest("tr");
    if (!row) throw new Error(`No row says ${label}`);
    return within(row);
  };
  expect(says("Occupied").getByText("Lower than three quarters of them")).toBeInTheDocument();
  expect(says("Absent").getByText("In the middle half of them")).toBeInTheDocument();
  expect(says("Overtime").getByText("Higher than three quarters of them")).toBeInTheDocument();
  expect(says("Agency staff").getByText("The same as the middle one")).toBeInTheDocument();
  expect(says("Agency staff").getByText("0.0% to 8.0%")).toBeInTheDocument();
  expect(says("Agency hours").queryByText(/to/)).not.toBeInTheDocument();
  expect(says("Agency hours").getByText("The same as the middle one")).toBeInTheDocument();
});
