import type http from "node:http";
import { formField } from "@/lib/returns/form-fields";
import { Browser, fieldsOf } from "./browser";
import type { Filer } from "./people";

/** Opens the page before sending, as a person would, and returns the function that presses its button. */
export async function openForm(
  origin: URL,
  agent: http.Agent,
  { token, locationId }: Filer,
): Promise<() => Promise<void>> {
  const browser = new Browser(origin, agent, `capacity-session=${token}`);
  const path = `/returns/${locationId}/care_home/check`;
  const fields = fieldsOf(await browser.open(path), formField.key);
  return async () => {
    const to = await browser.send(path, fields);
    if (!to.includes("/receipt/RET-")) throw new Error(`A filing led to ${to}`);
  };
}
