import { CheckboxesField, SelectField, SubmitButton, TextField } from "@/components/ui";
import { keyDays, keyScopes } from "@/lib/api/key-scopes";

/** What every form asks that makes a key; `children` stand where it asks whose locations or area. */
export function KeyFields({ children }: { children: React.ReactNode }) {
  return (
    <>
      <TextField
        name="label"
        label="Name of the system"
        hint="Such as your care records system. Returns that it files show this name"
        maxLength={80}
        width={20}
      />
      {children}
      <CheckboxesField
        name="scopes"
        label="What the key is for"
        choices={Object.entries(keyScopes).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        name="days"
        label="How long the key will work"
        value="90"
        empty={null}
        choices={keyDays.map((days) => ({ value: String(days), label: `${days} days` }))}
      />
      <SubmitButton pending="Making the key…">Make the key</SubmitButton>
    </>
  );
}
