import { notFound } from "next/navigation";
import { idOf } from "@/components/tables";

export type RecordParams = Promise<{ location: string }>;

/** The location of an address such as /providers/12; anything else is not found. */
export async function locationAt(params: RecordParams): Promise<number> {
  const id = idOf((await params).location);
  if (id === null) notFound();
  return id;
}
