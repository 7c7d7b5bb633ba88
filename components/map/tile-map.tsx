"use client";
import { Link } from "@/components/ui/link";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { TileView } from "./leaflet-map";

/**
 * The same map over the pictures of a tile server, where support's own settings name one. Until it is drawn, without
 * JavaScript and if it cannot be fetched, `children` stand there: the map that needs no one else.
 */
export function TileMap(
  props: TileView & { caption: string; credit: string; searchHref: string; children: ReactNode },
) {
  const { tiles, box, points, centre } = props;
  const element = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<TileView["box"] | null>(null);
  const view = JSON.stringify({ tiles, box, points, centre });
  useEffect(() => {
    let takeAway = () => {};
    let gone = false;
    import("./leaflet-map")
      .then(({ drawTileMap }) => {
        if (gone || !element.current) return;
        const asked = JSON.parse(view) as TileView;
        element.current.hidden = false;
        takeAway = drawTileMap(element.current, asked, setShown);
        setShown(asked.box);
      })
      .catch(() => setShown(null));
    return () => {
      gone = true;
      takeAway();
    };
  }, [view]);
  return (
    <>
      <div ref={element} className="ct-tile-map" role="region" aria-label="Map" hidden={shown === null} />
      {shown === null ? (
        props.children
      ) : (
        <>
          <p className="ct-map__caption">
            {props.caption} {props.credit}
          </p>
          <p className="ct-no-print">
            <Link href={`${props.searchHref}&box=${shown.map((degrees) => degrees.toFixed(4)).join(",")}`}>
              Search this area of the map
            </Link>
          </p>
        </>
      )}
    </>
  );
}
