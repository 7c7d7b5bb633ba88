import { renderToStaticMarkup } from "react-dom/server";
import { barChart, chartFile, drawAreas, drawFunnel, drawHistogram, lineChart } from "@/components/charts";
import { svgText } from "@/components/charts/svg-text";

const wide = { kind: "wide", width: 720 } as const;
const percent = (value: number) => `${(value * 100).toFixed(1)}%`;

const charts = {
  bars: barChart({
    id: "b",
    title: 'Bury & Oldham "lead"',
    description: "Occupied",
    bars: [
      { label: "Oldham <1>", value: 0.9 },
      { label: "Bury", value: null, unknown: "Not reported" },
    ],
    format: percent,
  }),
  line: lineChart({
    id: "l",
    title: "It rose",
    description: "Occupied",
    axis: ["Oct", "Nov"],
    series: [{ label: "Oldham", values: [0.8, null], unknown: [undefined, "Nil return"] }],
    format: percent,
  }),
};

/** Reads both as XML, so that only what they say is compared. */
const parsed = (text: string) => {
  const read = new DOMParser().parseFromString(text, "image/svg+xml");
  expect(read.querySelector("parsererror")).toBeNull();
  return read.documentElement;
};

test("a chart's file shows what the chart on the page shows, mark for mark", () => {
  const drawings = [
    charts.bars.draw(wide).marks,
    charts.line.draw(wide).marks,
    drawHistogram(wide, [{ from: 0, to: 1, count: 4 }], [{ label: "Median", value: 0.5 }], percent).marks,
    drawFunnel(
      wide,
      [{ label: "Bury", size: 40, value: 0.9, outside: true }],
      0.8,
      [{ label: "95%", at: () => [0.7, 0.9] }],
      percent,
    ).marks,
  ];
  for (const marks of drawings) {
    const page = parsed(renderToStaticMarkup(<svg xmlns="http://www.w3.org/2000/svg">{marks}</svg>));
    const file = parsed(svgText(<svg xmlns="http://www.w3.org/2000/svg">{marks}</svg>));
    expect(file.isEqualNode(page)).toBe(true);
  }
});

test("a chart's file is whole: title, description, source, and no markup from a name", () => {
  const file = parsed(chartFile({ ...charts.bars, source: "Care home returns" }));
  expect(file.querySelector("title")?.textContent).toBe('Bury & Oldham "lead"');
  expect(file.textContent).toContain("Oldham <1>");
  expect(file.textContent).toContain("Not reported");
  expect(file.textContent).toContain("Care home returns");
});

test("a component with state cannot be drawn into a file", () => {
  expect(() => svgText({ some: "object" } as never)).toThrow(TypeError);
});

const councils = [
  { code: "E1", name: "Isles of Scilly", figure: "Not reported", band: null },
  { code: "E2", name: "Cornwall", figure: "80.0%", band: 2 },
] as const;

test("a very small area is also drawn as a disc, and one without a figure has its own background", () => {
  const shapes = [
    { code: "E1", name: "Isles of Scilly", outline: "M0 0h1v1h-1z", box: [0, 0, 1, 1] as const },
    { code: "E2", name: "Cornwall", outline: "M10 10h700v700h-700z", box: [10, 10, 710, 710] as const },
  ];
  const file = parsed(
    svgText(<svg xmlns="http://www.w3.org/2000/svg">{drawAreas(wide, councils, shapes, []).marks}</svg>),
  );
  expect(file.querySelectorAll("circle")).toHaveLength(1);
  expect([...file.querySelectorAll("g > path")].map((path) => path.getAttribute("class"))).toEqual([
    "ct-shape ct-shape--none",
    "ct-shape ct-band-2",
  ]);
});

test("without boundaries each area is a tile with its figure", () => {
  const file = parsed(svgText(<svg xmlns="http://www.w3.org/2000/svg">{drawAreas(wide, councils, [], []).marks}</svg>));
  expect([...file.querySelectorAll("title")].map((title) => title.textContent)).toEqual([
    "Isles of Scilly: Not reported",
    "Cornwall: 80.0%",
  ]);
});
