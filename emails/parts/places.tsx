import { Points, type Letterhead } from "./frame";

export interface PlaceInMail {
  name: string;
  where: string;
  telephone: string;
  free: string;
  path: string;
}

/** Places with what is free there and who to ring. */
export const Places = ({ letterhead, places }: { letterhead: Letterhead; places: readonly PlaceInMail[] }) => (
  <Points
    points={places.map(({ name, where, telephone, free, path }) => (
      <span key={path}>
        <a href={`${letterhead.origin}${path}`}>{name}</a>, {where}. Telephone {telephone}. {free}.
      </span>
    ))}
  />
);

export const examplePlaces: PlaceInMail[] = [
  {
    name: "Rosewood House",
    where: "1 High Street, Oldham, OL1 1AA",
    telephone: "01632 960 001",
    free: "2 general nursing",
    path: "/find/1",
  },
];
