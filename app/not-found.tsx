import { headers } from "next/headers";
import { Page } from "@/components/ui";
import { requestFactsOf } from "@/lib/web/request-facts";
import { noteIfNotFound } from "@/lib/web/log-refusal";
import { loggedPath } from "@/lib/web/logged-path";
import { liveSession } from "@/lib/web/session";
import { service } from "./shell/service";
import { ServiceShell } from "./shell/service-shell";

/** There is no such page, or nothing there that this person may see: the two look the same. */
export default async function NotFound() {
  await leaveTrace();
  const { support } = service();
  return (
    <ServiceShell>
      <Page heading="Page not found">
        <p>
          If you typed the address, check that it is right. If you pasted it, check that you copied the whole address.
        </p>
        <p>
          If you followed a link, the page may have moved, or you may not have access to what it shows. You can{" "}
          <a href="/home">go to your home page</a>.
        </p>
        <p>
          If you need help, email <a href={`mailto:${support.email}`}>{support.email}</a> or call {support.phone},{" "}
          {support.hours}.
        </p>
      </Page>
    </ServiceShell>
  );
}

/** Who asked for what they may not see, or for what is not there: the log cannot tell the two apart either. */
async function leaveTrace(): Promise<void> {
  const live = await liveSession().catch(() => null);
  const head = await headers();
  const path = head.get("x-path");
  const requestId = head.get("x-request-id");
  if (!live || path === null || requestId === null) return;
  const { address } = requestFactsOf(head);
  noteIfNotFound(requestId, { user: live.user, verb: "see", target: loggedPath(path), address });
}
