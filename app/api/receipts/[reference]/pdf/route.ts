import { env } from "@/lib/env";
import { receipt } from "@/lib/returns/queries";
import { currentUser } from "@/lib/web/session";
import { drawReceipt } from "./draw-receipt";

/** A receipt as PDF, for whoever may see the location. */
export async function GET(_request: Request, props: { params: Promise<{ reference: string }> }): Promise<Response> {
  const user = await currentUser();
  const found = await receipt(user, (await props.params).reference);
  if (!found) return new Response("There is no such receipt.\n", { status: 404 });
  const { SERVICE_NAME, APP_ORIGIN } = env();
  const pdf = await drawReceipt({ receipt: found, service: SERVICE_NAME, origin: APP_ORIGIN });
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="receipt-${found.reference}.pdf"`,
    },
  });
}
