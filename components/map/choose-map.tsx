import { type FittedMap, mapWidth } from "./fitted";

/** An area that leads somewhere. `mark` is its number in the list beside the map. */
export interface ChoosableArea {
  code: string;
  name: string;
  mark: string;
  href: string;
}

/**
 * A map on which an area is chosen. It is for the eye: the list beside it leads to the same, and is the way of a keyboard
 * and a screen reader. `caption` says what it shows. Areas without an outline are in the list alone.
 */
export function ChooseMap(props: { caption: string; map: FittedMap; areas: readonly ChoosableArea[] }) {
  const { map } = props;
  const margin = 6;
  const size = mapWidth / 30;
  const outlines = new Map(map.areas.map((area) => [area.code, area]));
  const drawn = props.areas.flatMap((area) => {
    const outline = outlines.get(area.code);
    return outline ? [{ ...area, ...outline }] : [];
  });
  return (
    <figure className="ct-map ct-choose__map">
      <svg
        className="ct-map__picture"
        viewBox={`${-margin} ${-margin} ${mapWidth + 2 * margin} ${map.height + 2 * margin}`}
        aria-hidden="true"
        focusable="false"
      >
        {drawn.map(({ code, name, href, outline }) => (
          <a key={code} href={href} tabIndex={-1}>
            <title>{name}</title>
            <path d={outline} />
          </a>
        ))}
        {drawn.map(({ code, mark, middle: [x, y] }) => (
          <text key={code} className="ct-choose__mark" x={x} y={y + size / 3} fontSize={size}>
            {mark}
          </text>
        ))}
      </svg>
      <figcaption className="ct-map__caption">{props.caption}</figcaption>
    </figure>
  );
}
