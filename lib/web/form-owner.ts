import type { User } from "@/lib/access/user";
import { keyedDigest } from "@/lib/tokens";

type Owner = Pick<User, "id" | "onBehalfOf">;

/**
 * Says whose a form is, so that it is not sent in someone else's name when two people use one computer. On a shared
 * account, whoever signed in last counts as another person.
 */
export const formOwner = ({ id, onBehalfOf }: Owner): string =>
  keyedDigest("whose form", `${id}\n${onBehalfOf ?? ""}`)
    .toString("base64url")
    .slice(0, 22);

/** May this person send a form that says whose it is? Anyone may send a form that does not say whose it is. */
export const maySendFormOf = (user: Owner, owner: string | undefined): boolean =>
  owner === undefined || owner === formOwner(user);

/** What we tell someone who sends a form that another person opened. */
export const notTheirForm = (name: string) => ({
  heading: "Someone else opened this form",
  sentence: `Nothing was saved, because ${name} is signed in on this computer now and someone else opened this form. If it is your form, sign in as yourself in another tab, then send it again.`,
});
