import { HowTo } from "@/app/shell/how-to/how-to";
import { CheckboxField, FieldProblems, FileField, Page, RadiosField, SubmitButton } from "@/components/ui";
import { env } from "@/lib/env";
import type { Problem } from "@/lib/outcome";
import { supportUser } from "@/lib/web/session";
import { isRegister, registerHints, registerLabels } from "@/app/(admin)/admin/imports/labels";
import { UploadForm } from "@/components/uploads";

type Asked = Promise<Record<"wrong" | "register" | "full", string | string[] | undefined>>;

const path = "/admin/imports/new";

const problemsOf = (): Record<string, Problem> => ({
  register: { field: "register", message: "Choose which register the file is from" },
  file: { field: "file", message: "Choose a file that is not empty" },
  large: {
    field: "file",
    message: `Choose a file of ${env().UPLOAD_MEGABYTES} MB or less, or zip it. The people who run the service can allow larger files`,
  },
  cut: { field: "file", message: "The file did not upload completely. Choose it again" },
  often: { message: "You have tried too many times. Try again in an hour" },
});

/** The form that uploads a register file. It posts to an address of its own, because other forms carry no files. */
export default async function NewImportPage({ searchParams }: { searchParams: Asked }) {
  await supportUser();
  const { wrong, register, full } = await searchParams;
  const known = problemsOf();
  const problems = String(wrong ?? "")
    .split(".")
    .flatMap((each) => (Object.hasOwn(known, each) ? (known[each] ?? []) : []));
  return (
    <Page
      heading="Upload a register"
      back={{ href: "/admin/imports", label: "Imports" }}
      problems={problems}
      summary="You will see what the file would change first. Nothing is imported until you confirm."
    >
      <HowTo of="imports" />
      <p>
        For PAMMS ratings,{" "}
        <a href="/admin/imports/pamms/template" download>
          download our spreadsheet to fill in (Excel)
        </a>
        .
      </p>
      <FieldProblems problems={problems}>
        <UploadForm
          to="/admin/imports/upload"
          tooLarge={`${path}?wrong=large`}
          mostBytes={env().UPLOAD_MEGABYTES * 1_000_000}
        >
          <RadiosField
            name="register"
            label="Which register?"
            value={typeof register === "string" && isRegister(register) ? register : undefined}
            choices={Object.entries(registerLabels).map(([value, label]) => ({
              value,
              label,
              hint: isRegister(value) ? registerHints[value] : undefined,
            }))}
          />
          <CheckboxField
            name="full"
            label="The file is the whole register: close any location it does not include"
            hint="Do not tick this if the file is part of a register."
            checked={full === "yes"}
          />
          <FileField
            name="file"
            label="The file"
            hint={`Up to ${env().UPLOAD_MEGABYTES} MB. We keep it until you confirm or discard it, for up to 24 hours.`}
            accept=".ods,.xlsx,.csv,.jsonl,.json,.geojson,.topojson,.zip,.gz"
          />
          <SubmitButton>Upload and preview</SubmitButton>
        </UploadForm>
      </FieldProblems>
    </Page>
  );
}
