import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { env } from "@/lib/env";
import { cookieName, cookieOptions } from "@/lib/web/session";

/** The emailed link: its secret moves into a cookie and out of the address. Following it changes nothing. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const secret = token.slice(0, 100);
  (await cookies()).set(cookieName("capacity-reset"), secret, { ...cookieOptions(), maxAge: env().RESET_MINUTES * 60 });
  redirect("/reset");
}
