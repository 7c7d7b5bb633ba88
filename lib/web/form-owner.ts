import type { User } from "@/lib/access/user";
import { keyedDigest } from "@/lib/tokens";

type Owner = Pick<User, "id" | "onBehalfOf">;

/**
 * Whose a form is: what it carries so that it is not sent in another's name, where two people use one computer. At a
 * shared account whoever signed in last is another person too.
 */
export const formOwner = ({ id, onBehalfOf }: Owner): string =>
  keyedDigest("whose form", `${id}\n${onBehalfOf ?? ""}`)
    .toString("base64url")
    .slice(0, 22);

/** May this person send a form that says whose it is? One that says nothing was shown to nobody in particular. */
export const maySendFormOf = (user: Owner, owner: string | undefined): boolean =>
  owner === undefined || owner === formOwner(user);

/** What whoever sends another's form is told. */
export const notTheirForm = (name: string) => ({
  heading: "Someone else opened this form",
  sentence: `Nothing was saved, because ${name} is signed in on this computer now and someone else opened this form. If it is your form, sign in as yourself in another tab, then send it again.`,
});
