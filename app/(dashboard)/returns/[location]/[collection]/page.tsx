import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { QuestionSections } from "@/components/questions";
import {
  AcceptWarnings,
  ActionForm,
  ActionLink,
  InsetText,
  DoneHere,
  Page,
  StickyBar,
  SubmitButton,
  WarningCallout,
} from "@/components/ui";
import { kindsFiling } from "@/lib/access/kinds";
import { now } from "@/lib/clock";
import { formatAgo, formatDate, formatDateTime, formatMonth, inSentence } from "@/lib/format";
import { collections, placeInWords } from "@/lib/questions/collections";
import { setOf } from "@/lib/questions/sets";
import { formField } from "@/lib/returns/form-fields";
import { returnForm, type ReturnForm } from "@/lib/returns/queries";
import { windowInFull } from "@/lib/windows/reporting-window";
import { currentUser } from "@/lib/web/session";
import { BedsByType } from "@/app/(dashboard)/beds/beds-by-type";
import { returnAt, type ReturnParams } from "@/app/(dashboard)/returns/address";
import { lastFiled } from "@/components/returns/unchanged-questions";
import { keepReturn } from "./actions";
import { ClosedReturn } from "./closed-return";
import { Autosave } from "./autosave";
import { FormFields } from "./form-fields";

/** The form of a return: what was said last beside each question, sections that save, and nothing-has-changed above. */
export default async function ReturnPage(props: {
  params: ReturnParams;
  searchParams: Promise<{ saved?: string | string[] }>;
}) {
  const user = await currentUser();
  const { locationId, collection, path } = await returnAt(props.params);
  const time = now();
  const form = await returnForm(user, locationId, collection, time);
  if (!form) notFound();
  if (form.closed) return <ClosedReturn form={form} closed={form.closed} path={path} />;
  const { label } = collections[collection];
  const { saved } = await props.searchParams;
  return (
    <Page
      heading={label}
      caption={form.location.name}
      summary={summaryOf(form, time)}
      back={{ href: "/returns", label: "Back to returns" }}
    >
      {form.monthly ? <HowTo guide="file-a-return" /> : <HowTo of="any-day-update" />}
      {form.current && (
        <InsetText>
          {form.current.onBehalfOf ?? form.current.submittedBy} filed this return at{" "}
          {formatDateTime(form.current.submittedAt)} (
          <Link href={`${path}/receipt/${form.current.reference}`}>{form.current.reference}</Link>). If you file again,
          the new return replaces it.
        </InsetText>
      )}
      {form.late && form.counted && (
        <InsetText>
          You filed in time for {formatMonth(form.window.month)} (
          <Link href={`${path}/receipt/${form.counted.reference}`}>{form.counted.reference}</Link>), and that return
          still counts. What you send now is an extra update, shown as your newest figures.
        </InsetText>
      )}
      {form.late && !form.counted && (
        <WarningCallout heading="This will be a late update">
          <p>
            The {formatMonth(form.window.month)} window has closed. We will keep and show what you send, but it will not
            count for this window.
          </p>
        </WarningCallout>
      )}
      <Unchanged form={form} path={path} />
      <ReturnFields form={form} time={time} saved={[saved].flat()[0]} />
      <p>
        {form.monthly && (
          <>
            Nothing to report because the service has not started, has stopped or has no one in it?{" "}
            <Link href={`${path}/nil`}>Send a nil return</Link>.{" "}
          </>
        )}
        <Link href={`${path}/history`}>See past returns</Link>.
      </p>
    </Page>
  );
}

const summaryOf = ({ window, monthly }: ReturnForm, time: Date) =>
  monthly ? windowInFull(window, time) : `As of ${formatDateTime(time)}. Send it whenever something changes.`;

/** The figure beside a box is from the last return, for beds too; before the first return, the beds as last stated. */
const lastLabel = ({ last, monthly }: ReturnForm) =>
  !last ? "Before" : monthly ? (formatMonth(last.month).split(" ")[0] ?? "") : formatDate(last.submittedAt);

function Unchanged({ form, path }: { form: ReturnForm; path: string }) {
  const { last, lastFigures, unchanged } = form;
  if (!last || !lastFigures) return null;
  return (
    <section className="nhsuk-u-margin-bottom-5" aria-labelledby="unchanged">
      <h2 className="nhsuk-heading-m" id="unchanged">
        Has nothing changed?
      </h2>
      {unchanged.why.length > 0 ? (
        <InsetText>
          {unchanged.why.map(({ message }) => (
            <p key={message}>{message}.</p>
          ))}
          <p>You cannot file your last figures again as they are.</p>
        </InsetText>
      ) : (
        <>
          <p>Look at your last figures, {lastFiled(form)}. If they are still right, file them again from there.</p>
          <ActionLink href={`${path}/unchanged`}>Nothing has changed: see these figures and file them again</ActionLink>
        </>
      )}
    </section>
  );
}

function ReturnFields({ form, time, saved }: { form: ReturnForm; time: Date; saved: string | undefined }) {
  const { collection, questions, bedTypes, values, lastTyped, draft } = form;
  const { sections, beds } = setOf(collection);
  const asked = sections.filter(({ key }) => key === beds || questions.some(({ section }) => section === key));
  return (
    <>
      <h2 className="nhsuk-heading-l">Fill in the return</h2>
      {form.from === "last" && <p>The boxes show the figures {lastFiled(form)}. Change what is different.</p>}
      {draft && (
        <InsetText>
          {draft.mine ? "You saved this draft" : `${draft.savedBy} saved this draft`} {formatAgo(draft.savedAt, time)}.
        </InsetText>
      )}
      <ActionForm action={keepReturn} autoComplete="off" id="return">
        <FormFields form={form} />
        {asked.map((section) => (
          <div key={section.key}>
            <QuestionSections
              sections={[section]}
              questions={questions}
              values={values}
              last={form.last?.answers}
              lastLabel={lastLabel(form)}
              notes={form.notes}
              before={
                section.key === beds
                  ? {
                      [section.key]: (
                        <>
                          {form.notes.beds?.map((note) => (
                            <InsetText key={note}>{note}</InsetText>
                          ))}
                          <BedsByType
                            types={bedTypes}
                            values={values}
                            last={lastTyped}
                            lastLabel={lastLabel(form)}
                            place={placeInWords(kindsFiling(collection))}
                          />
                        </>
                      ),
                    }
                  : undefined
              }
            />
            <AcceptWarnings press={{ name: formField.press, value: section.key }} />
            {saved === section.key && <Saved at={section.key} />}
            <SubmitButton look="secondary" small name={formField.press} value={section.key} pending="Saving…">
              Save {inSentence(section.title)}
            </SubmitButton>
          </div>
        ))}
        <AcceptWarnings elsewhere={{ name: formField.press, values: asked.map(({ key }) => key) }} />
        <StickyBar
          status={
            <>
              {saved === "all" && <Saved at="all" />}
              <Autosave path={`/returns/${form.location.id}/${collection}/draft`} />
            </>
          }
        >
          <SubmitButton name={formField.press} value="check" pending="Checking…">
            Check what changed
          </SubmitButton>
          <SubmitButton look="secondary" name={formField.press} value="" pending="Saving…">
            Save and come back later
          </SubmitButton>
        </StickyBar>
      </ActionForm>
    </>
  );
}

/** Said beside the button that saved. */
const Saved = ({ at }: { at: string }) => (
  <DoneHere id={`saved-${at}`}>Your draft is saved. It has not been sent yet.</DoneHere>
);
