import { type MapView, projected, windowOf } from "./projection";
import { type MapShape, shapesIn } from "./shapes";

/** Something at a place. `mark` is the number of its row in the list beside the map. */
export interface MapPoint {
  longitude: number;
  latitude: number;
  mark: string;
  label: string;
  tone: "strong" | "quiet";
  href: string;
}

/**
 * A map drawn on the server, of outlines and points alone. It is for the eye: whatever it shows stands in the list
 * beside it, which is the way of a keyboard and a screen reader. `caption` says what it shows.
 */
export function AreaMap(props: {
  caption: string;
  view: MapView;
  shapes: readonly MapShape[];
  points: readonly MapPoint[];
  /** Where one looks from. */
  centre?: { longitude: number; latitude: number } | undefined;
}) {
  const shown = windowOf(props.view);
  const unit = shown.height / 100;
  const shapes = shapesIn(props.shapes, shown);
  return (
    <figure className="ct-map">
      <svg
        className="ct-map__picture"
        viewBox={[shown.left, shown.top, shown.width, shown.height].map((n) => n.toFixed(1)).join(" ")}
        aria-hidden="true"
        focusable="false"
      >
        <g className="ct-map__areas">
          {shapes.map(({ code, outline }) => (
            <path key={code} d={outline} />
          ))}
        </g>
        {shapes.map(({ code, name, box: [left, top, right, bottom] }) => (
          <text
            key={code}
            className="ct-map__name"
            x={Math.max(shown.left, Math.min(shown.left + shown.width, (left + right) / 2))}
            y={Math.max(shown.top, Math.min(shown.top + shown.height, (top + bottom) / 2))}
            fontSize={unit * 3.2}
          >
            {name}
          </text>
        ))}
        {props.centre && <Centre at={props.centre} unit={unit} />}
        {props.points.map((point) => <Point key={point.mark} point={point} unit={unit} />).reverse()}
      </svg>
      <figcaption className="ct-map__caption">{props.caption}</figcaption>
    </figure>
  );
}

function Centre({ at, unit }: { at: { longitude: number; latitude: number }; unit: number }) {
  const [x, y] = projected(at);
  const arm = unit * 3;
  return <path className="ct-map__centre" d={`M${x - arm} ${y}h${2 * arm}M${x} ${y - arm}v${2 * arm}`} />;
}

function Point({ point, unit }: { point: MapPoint; unit: number }) {
  const [x, y] = projected(point);
  return (
    <a href={point.href} tabIndex={-1} className={`ct-map__point ct-map__point--${point.tone}`}>
      <title>{point.label}</title>
      <circle cx={x} cy={y} r={unit * 3.4} />
      <text x={x} y={y + unit * 1.25} fontSize={unit * 3.6}>
        {point.mark}
      </text>
    </a>
  );
}
