import { notFound } from "next/navigation";
import { type Collection, isCollection } from "@/lib/questions/collections";

export type ReturnParams = Promise<{ location: string; collection: string }>;

/** Which return an address names; any other address is not found. */
export async function returnAt(
  params: ReturnParams,
): Promise<{ locationId: number; collection: Collection; path: string }> {
  const { location, collection } = await params;
  if (!/^[1-9]\d{0,8}$/.test(location) || !isCollection(collection)) notFound();
  return { locationId: Number(location), collection, path: `/returns/${location}/${collection}` };
}
