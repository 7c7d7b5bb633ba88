import { z } from "zod";
import { isAddress } from "./email-address";
import { plainText } from "./plain-text";

/** The plain facts that a message may carry. None can hold a secret, a line break in a heading, or a link elsewhere. */

/** A name that someone typed or a register gave: safe to show to others. */
export const name = z.string().transform((typed) => plainText(typed));

/** A sentence or two that someone typed, such as a reason. */
export const words = z.string().transform((typed) => plainText(typed, 500));

export const names = z.array(name);

export const address = z.string().refine(isAddress, "is not an email address");

/** A moment: kept as ISO text, because that is what the row can hold. */
export const instant = z.union([z.date().transform((at) => at.toISOString()), z.iso.datetime()]);

/** A day, "2026-11-16". */
export const day = z.iso.date();

/** A reporting month, "2026-11". */
export const month = z.string().regex(/^\d{4}-\d{2}$/, "is not a month");

/** An address in this service, from its root: "/returns". */
export const path = z.string().regex(/^\/(?![/\\])[\w\-./~%?=&]*$/, "is not an address of this service");

export const id = z.number().int().positive();

export const count = z.number().int().nonnegative();

/** One thing a person owes: where, and which collection of it, in words. */
export const due = z.strictObject({ location: name, collection: name });

/** A place that its register closed: since when, and until when what was filed there may be read. */
export const closed = z.strictObject({ name, closedOn: day, until: day.optional() });

/** A place that was found: what is free there in words, and its address in this service. */
export const found = z.strictObject({ name, where: words, telephone: name, free: words, path });
