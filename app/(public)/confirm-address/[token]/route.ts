import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cookieName, cookieOptions } from "@/lib/web/session";

/** The emailed link: its secret moves into a cookie and out of the address. Following it changes nothing. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  (await cookies()).set(cookieName("capacity-address"), token.slice(0, 100), { ...cookieOptions(), maxAge: 3600 });
  redirect("/confirm-address");
}
