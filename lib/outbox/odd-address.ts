import { oddAddressCode, type Problem } from "@/lib/outcome";
import { isAddress } from "./email-address";
import { likelyAddress } from "./likely-address";
import { asAddress } from "./plain-text";

/**
 * Asks once about an address whose domain is probably mistyped, in a sentence that names the button to press if it is
 * right. `meant` is the address that the form was asked about before: sent again unchanged, or kept already, it is accepted.
 */
export function oddAddress(email: string, meant: string | string[] | undefined, button: string): Problem[] {
  const typed = asAddress(email);
  const likely = isAddress(typed) ? likelyAddress(typed) : null;
  if (likely === null || [meant ?? []].flat().some((one) => asAddress(one) === typed)) return [];
  const message = `Did you mean ${likely}? Correct the address, or press ${button} again if it is right`;
  return [{ field: "email", code: oddAddressCode, message }];
}
