import { HowTo } from "@/app/shell/how-to/how-to";
import {
  ActionForm,
  CheckboxesField,
  DateField,
  HiddenField,
  Page,
  SubmitButton,
  TextareaField,
} from "@/components/ui";
import { kindLabel, locationKinds } from "@/lib/access/kinds";
import { now } from "@/lib/clock";
import { dayOf } from "@/lib/london";
import { areaLines } from "@/lib/organisations/areas-typed";
import { lastDayOf } from "@/lib/surveys/state";
import { locationsNamed } from "@/lib/surveys/support/queries";
import { keepSurveyAims } from "@/app/(admin)/admin/surveys/actions";
import { surveyAt } from "@/app/(admin)/admin/surveys/opened";

/** Says who a survey is for, and from when until when. */
export default async function SurveyAudiencePage(props: { params: Promise<{ survey: string }> }) {
  const { user, survey } = await surveyAt(props.params);
  const { id, title, state, forTypes, forAreas, forLocations, opensAt, closesAt } = survey;
  const [areas, locations] = await Promise.all([areaLines(forAreas, now()), locationsNamed(user, forLocations)]);
  const begun = state === "open" || state === "closed";
  return (
    <Page
      heading="Who it is for, and when"
      caption={title}
      back={{ href: `/admin/surveys/${id}`, label: "The survey" }}
      summary={
        survey.answers > 0
          ? "If you take a location out, the answers it has sent are kept and still count."
          : "It goes to every location of the kinds you tick in the areas you name, and to any others you list."
      }
    >
      <HowTo of="build-survey" />
      <ActionForm action={keepSurveyAims} order={["forTypes", "areas", "locations", "opensOn", "closesOn"]}>
        <HiddenField name="survey" value={id} />
        <CheckboxesField
          name="forTypes"
          label="Which kinds of location?"
          hint="Leave every box unticked for all kinds of location in the areas you name"
          optional
          small
          values={forTypes}
          choices={locationKinds.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
        />
        <TextareaField
          name="areas"
          label="In which areas?"
          hint="Names or codes of councils, Sub ICBs, ICBs, forums or regions, one on each line. Leave blank for all of England"
          optional
          value={areas.join("\n")}
          rows={3}
        />
        <TextareaField
          name="locations"
          label="Which other locations?"
          hint="CQC location IDs or ODS codes, one on each line"
          optional
          value={locations.join("\n")}
          rows={3}
        />
        <DateField
          name="opensOn"
          label="First day"
          hint={
            begun
              ? "It has been opened, so this no longer counts"
              : "From 8am on that day. Leave blank to open it as soon as it is published"
          }
          optional
          value={opensAt && dayOf(opensAt)}
        />
        <DateField
          name="closesOn"
          label="Last day"
          hint="It closes at the end of that day. Leave blank to close it yourself"
          optional
          value={closesAt && lastDayOf(closesAt)}
        />
        <SubmitButton pending="Saving…">Save</SubmitButton>
      </ActionForm>
    </Page>
  );
}
