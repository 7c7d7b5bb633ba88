import { Link } from "./link";
import type { ReactNode } from "react";

/** The home page's tiles. */
export function Tiles({ children }: { children: ReactNode }) {
  return <ul className="ct-tiles">{children}</ul>;
}

/**
 * One thing that may want attention: its name, a number or state, a sentence, and where pressing it leads.
 * `wants` lifts a tile that needs something now; `done` lets one step back.
 */
export function Tile(props: {
  title: string;
  href: string;
  figure?: ReactNode | undefined;
  state?: ReactNode | undefined;
  children?: ReactNode | undefined;
  wants?: boolean | undefined;
  done?: boolean | undefined;
}) {
  const look = props.wants ? " ct-tile--wants" : props.done ? " ct-tile--done" : "";
  return (
    <li className={`ct-tile${look}`}>
      <h2 className="ct-tile__title">
        <Link className="ct-tile__link" href={props.href}>
          {props.title}
        </Link>
      </h2>
      {props.figure !== undefined && <p className="ct-tile__figure">{props.figure}</p>}
      {props.state && <p className="ct-tile__state">{props.state}</p>}
      {props.children && <div className="ct-tile__text">{props.children}</div>}
    </li>
  );
}
