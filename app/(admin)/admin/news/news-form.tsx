import {
  ActionForm,
  CheckboxesField,
  CheckboxField,
  DateField,
  Details,
  HiddenField,
  RadiosField,
  SubmitButton,
  TextareaField,
  TextField,
} from "@/components/ui";
import { accountKinds, kindLabel } from "@/lib/access/kinds";
import { dayOf } from "@/lib/london";
import { newsKinds } from "@/lib/news/news-kinds";
import { newsLimits } from "@/lib/news/support/check-news";
import type { WrittenNews } from "@/lib/news/support/queries";
import { keepNews } from "./actions";

/** What support types of a piece of news: its wording, who it is for and from when. `areas` are lines as they are typed. */
export function NewsForm({ news, areas = [] }: { news?: WrittenNews; areas?: string[] }) {
  return (
    <ActionForm
      action={keepNews}
      order={["kind", "title", "summary", "body", "forKinds", "areas", "showsFrom", "byEmail"]}
    >
      {news && <HiddenField name="id" value={news.id} />}
      <RadiosField
        name="kind"
        label="What kind of news is it?"
        value={news?.kind}
        choices={Object.entries(newsKinds).map(([value, label]) => ({ value, label }))}
      />
      <TextField name="title" label="Title" value={news?.title} />
      <TextareaField
        name="summary"
        label="Summary"
        hint="One or two sentences. The list and the email show it"
        value={news?.summary}
        rows={3}
        limit={newsLimits.summary}
      />
      <TextareaField name="body" label="Text" value={news?.body} rows={14} limit={newsLimits.body} />
      <HowToWrite />
      <CheckboxesField
        name="forKinds"
        label="Who is it for?"
        hint="Leave every box unticked to show it to everyone"
        optional
        small
        values={news?.forKinds}
        choices={accountKinds.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
      />
      <TextareaField
        name="areas"
        label="For which areas?"
        hint="Names or codes of councils, Sub ICBs, ICBs, forums or regions, one on each line. Leave blank for all of England"
        optional
        value={areas.join("\n")}
        rows={3}
      />
      <DateField
        name="showsFrom"
        label="Show it from"
        hint="From 8am on that day. Leave blank to show it as soon as it is published"
        optional
        value={news?.showsFrom && dayOf(news.showsFrom)}
      />
      <CheckboxField
        name="byEmail"
        label="Email it"
        hint="We email it once, within an hour of showing it, to everyone it is for who agreed to be sent news"
        checked={news?.byEmail}
      />
      <SubmitButton pending="Saving…">{news?.publishedAt ? "Save the changes" : "Save the draft"}</SubmitButton>
    </ActionForm>
  );
}

const HowToWrite = () => (
  <Details summary="How to write headings, lists and links">
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>
        A heading: <code>## Before you begin</code>
      </li>
      <li>
        A list: begin each line with <code>- </code>, or <code>1. </code> for steps
      </li>
      <li>
        Bold: <code>**8 December**</code>
      </li>
      <li>
        A link: <code>[Reporting windows](/windows)</code>
      </li>
    </ul>
    <p>Leave a blank line between paragraphs. HTML is shown as text.</p>
  </Details>
);
