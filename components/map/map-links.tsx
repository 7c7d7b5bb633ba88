import { Link } from "@/components/ui/link";
import { type MapView, movedView } from "./projection";

const ways = [
  { label: "Zoom in", sign: "+", zoom: 2 },
  { label: "Zoom out", sign: "−", zoom: 0.5 },
  { label: "Move north", sign: "↑", north: 0.4 },
  { label: "Move south", sign: "↓", north: -0.4 },
  { label: "Move west", sign: "←", east: -0.4 },
  { label: "Move east", sign: "→", east: 0.4 },
];

/** Moving over a map and nearer to it, as links: they work without JavaScript. */
export function MapLinks({ view, to }: { view: MapView; to: (view: MapView) => string }) {
  return (
    <ul className="ct-map-links" aria-label="Move the map">
      {ways.map(({ label, sign, ...way }) => (
        <li key={label}>
          <Link href={to(movedView(view, way))} scroll={false} title={label}>
            <span aria-hidden="true">{sign}</span>
            <span className="nhsuk-u-visually-hidden">{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
