import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Page } from "@/components/ui";
import type { User } from "@/lib/access/user";
import type { RecordPlace } from "@/lib/records/record-place";
import { recordPlace } from "@/lib/records/record-place";

/** The location whose record a page changes. "Not found" for people who may not change it. */
export async function placeToEdit(user: User, location: number, time: Date): Promise<RecordPlace> {
  const place = await recordPlace(user, location, time);
  if (!place?.mayEdit) notFound();
  return place;
}

/** A page that changes one section of a record: back leads to that section. */
export const EditPage = (props: {
  place: RecordPlace;
  heading: string;
  section: string;
  summary?: ReactNode;
  children: ReactNode;
}) => (
  <Page
    heading={props.heading}
    caption={props.place.name}
    summary={props.summary}
    back={{ href: `/providers/${props.place.id}#${props.section}`, label: "Provider details" }}
  >
    {props.children}
  </Page>
);
