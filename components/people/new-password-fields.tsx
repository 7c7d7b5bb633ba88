import { PasswordField } from "@/components/ui";
import { policySentences, type OwnWords } from "@/lib/accounts/password-policy";
import { PasswordAdvice } from "./password-advice";

/** The policy in words, the new password twice, and advice while someone types. */
export function NewPasswordFields({ own }: { own: OwnWords }) {
  return (
    <>
      <p>Your new password must:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {policySentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>Three random words make a strong password that is easy to remember. You can use spaces.</p>
      <PasswordField name="newPassword" label="New password" autoComplete="new-password" />
      <PasswordAdvice field="newPassword" own={own} />
      <PasswordField name="newPasswordAgain" label="New password again" autoComplete="new-password" />
    </>
  );
}
