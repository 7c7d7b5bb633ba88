import type { MapShape } from "@/components/map";
import type { ChartLayout } from "./chart-frame";

/** An area of a map: which of three bands its figure lies in, or in words why it has none. */
export interface MapArea {
  code: string;
  name: string;
  figure: string;
  band: 1 | 2 | 3 | null;
}

const least = 5;
const ranges = (bands: readonly string[]) => bands.map((label, nth) => ({ label, className: `ct-band-${nth + 1}` }));

/**
 * Draws areas in three bands, and those without a figure in white. An area too small to be seen gets a disc in its
 * place. Where no boundaries were imported, each area is a tile: the grid keeps the order given, and is not to scale.
 */
export function drawAreas(
  layout: ChartLayout,
  areas: readonly MapArea[],
  shapes: readonly MapShape[],
  bands: readonly string[],
) {
  const drawn = shapes.length > 0 ? outlines(layout, areas, shapes) : tiles(layout, areas);
  const key = [...ranges(bands), { label: "No figure: see the table", className: "ct-shape--none" }];
  return {
    height: drawn.height + key.length * 24 + 8,
    marks: (
      <>
        {drawn.marks}
        {key.map(({ label, className }, nth) => (
          <g key={label} transform={`translate(0 ${drawn.height + 12 + nth * 24})`}>
            <rect className={`ct-shape ${className}`} width="24" height="16" />
            <text x="34" y="13">
              {label}
            </text>
          </g>
        ))}
      </>
    ),
  };
}

const classOf = ({ band }: MapArea) => `ct-shape ${band === null ? "ct-shape--none" : `ct-band-${band}`}`;

function outlines(layout: ChartLayout, areas: readonly MapArea[], shapes: readonly MapShape[]) {
  const of = new Map(areas.map((area) => [area.code, area]));
  const shown = shapes.filter(({ code }) => of.has(code));
  const left = Math.min(...shown.map(({ box }) => box[0]));
  const top = Math.min(...shown.map(({ box }) => box[1]));
  const right = Math.max(...shown.map(({ box }) => box[2]));
  const bottom = Math.max(...shown.map(({ box }) => box[3]));
  const scale = Math.min(layout.width / (right - left), (layout.kind === "wide" ? 620 : 420) / (bottom - top));
  return {
    height: (bottom - top) * scale,
    marks: (
      <g transform={`scale(${scale.toFixed(5)}) translate(${(-left).toFixed(1)} ${(-top).toFixed(1)})`}>
        {shown.map(({ code, outline, box }) => {
          const area = of.get(code);
          if (!area) return null;
          const small = Math.max(box[2] - box[0], box[3] - box[1]) * scale < least * 2;
          return (
            <g key={code}>
              <title>{`${area.name}: ${area.figure}`}</title>
              <path className={classOf(area)} d={outline} />
              {small && (
                <circle
                  className={classOf(area)}
                  cx={(box[0] + box[2]) / 2}
                  cy={(box[1] + box[3]) / 2}
                  r={(least / scale).toFixed(1)}
                />
              )}
            </g>
          );
        })}
      </g>
    ),
  };
}

function tiles(layout: ChartLayout, areas: readonly MapArea[]) {
  const columns = Math.min(areas.length, layout.kind === "wide" ? 10 : 5) || 1;
  const size = layout.width / columns;
  const high = 44;
  return {
    height: Math.ceil(areas.length / columns) * high,
    marks: areas.map((area, nth) => (
      <g
        key={area.code}
        transform={`translate(${((nth % columns) * size).toFixed(1)} ${Math.floor(nth / columns) * high})`}
      >
        <title>{`${area.name}: ${area.figure}`}</title>
        <rect className={classOf(area)} width={(size - 2).toFixed(1)} height={high - 2} />
        <text className={area.band === null || area.band === 1 ? "ct-tile" : "ct-tile ct-tile--light"} x="6" y="26">
          {area.name.slice(0, Math.floor((size - 12) / 8))}
        </text>
      </g>
    )),
  };
}
