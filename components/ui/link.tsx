import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link to a page of ours. Nothing is fetched before it is followed: all our pages are drawn when they are asked for,
 * so that what Next asks ahead, once a link in sight, is answered with nothing that the next page could use.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, "prefetch">) {
  return <NextLink {...props} prefetch={false} />;
}
