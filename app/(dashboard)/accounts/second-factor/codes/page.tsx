import { redirect } from "next/navigation";
import { recoveryCodesToShow } from "@/app/shell/recovery-codes";
import { ActionForm, HiddenField, Page, SubmitButton } from "@/components/ui";
import { recoveryCodes } from "@/lib/accounts/recovery-codes";
import { safeReturnUrl } from "@/lib/accounts/safe-return-url";
import { env } from "@/lib/env";
import { currentUser } from "@/lib/web/session";
import { codesAreKept } from "@/app/(dashboard)/accounts/second-factor/actions";

export default async function RecoveryCodesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const user = await currentUser();
  const nonce = await recoveryCodesToShow(user.id);
  if (nonce === null) redirect("/accounts/second-factor");
  return (
    <Page
      heading="Keep these recovery codes"
      summary="If you do not have your phone, you can sign in once with each code. Print them or write them down: we cannot show them again."
    >
      <ul className="nhsuk-list">
        {recoveryCodes(nonce).map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <ActionForm action={codesAreKept}>
        <HiddenField name="ReturnUrl" value={safeReturnUrl((await searchParams).ReturnUrl, env().APP_ORIGIN)} />
        <SubmitButton>I have saved them</SubmitButton>
      </ActionForm>
    </Page>
  );
}
