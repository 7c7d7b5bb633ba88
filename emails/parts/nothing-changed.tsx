import { Action, Para, Subheading } from "./frame";

interface Pressable {
  location: string;
  collection: string;
  returnLinkId?: number | undefined;
}

/** The one-press links of a mail about a window: each opens the last figures, with one button that files them again. */
export function NothingChanged(props: { due: readonly Pressable[]; links: Readonly<Record<number, string>> }) {
  const pressable = props.due.flatMap(({ returnLinkId, location, collection }) => {
    const link = returnLinkId === undefined ? undefined : props.links[returnLinkId];
    return link ? [{ link, location, collection }] : [];
  });
  if (pressable.length === 0) return null;
  return (
    <>
      <Subheading>Has nothing changed?</Subheading>
      <Para>
        This link opens a page with your last figures, where one button files them again. If there is a new question,
        you will only need to answer that. The link is just for you and works until the window closes. Please do not
        forward it.
      </Para>
      {pressable.map(({ link, location, collection }) => (
        <Action key={link} href={link}>
          Nothing has changed at {location} ({collection})
        </Action>
      ))}
    </>
  );
}
