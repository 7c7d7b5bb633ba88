import { notFound } from "next/navigation";
import { ActionForm, HiddenField, Page, SubmitButton, TextareaField } from "@/components/ui";
import { seasonNames } from "@/lib/questions/seasons";
import { supportUser } from "@/lib/web/session";
import { end } from "@/app/(admin)/admin/windows/actions";

const words = {
  extension: {
    heading: "End this extension",
    what: "The window will close on its usual date. Returns filed during the extension still count.",
  },
  season: {
    heading: "End this season",
    what: "We will stop asking its questions. Past answers stay.",
  },
  excuse: {
    heading: "Take this excuse back",
    what: "The month will no longer be shown as excused. We keep a record that it was.",
  },
  accepted: {
    heading: "Take this acceptance back",
    what: "The check will ask about the figure again. Returns that were filed with it stay as they are.",
  },
  usual: {
    heading: "Switch this season off",
    what: "We will stop asking its questions, and they will not start again next winter unless you switch them on. Past answers stay.",
  },
} as const;

const isWhat = (what: string): what is keyof typeof words => Object.hasOwn(words, what);

/** Ends an extension or a season, with the reason. */
export default async function EndPage(props: { params: Promise<{ what: string; id: string }> }) {
  await supportUser();
  const { what, id } = await props.params;
  const known = what === "usual" ? Object.hasOwn(seasonNames, id) : /^[1-9]\d{0,8}$/.test(id);
  if (!isWhat(what) || !known) notFound();
  return (
    <Page heading={words[what].heading} back={{ href: "/admin/windows", label: "Back to windows and seasons" }}>
      <p>{words[what].what}</p>
      <ActionForm action={end}>
        <HiddenField name="what" value={what} />
        <HiddenField name="id" value={id} />
        <TextareaField name="reason" label="Reason" limit={500} rows={3} />
        <SubmitButton look="warning" pending="Ending…">
          {words[what].heading}
        </SubmitButton>
      </ActionForm>
    </Page>
  );
}
