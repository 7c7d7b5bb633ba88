import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import {
  ActionForm,
  ButtonGroup,
  HiddenField,
  InsetText,
  Markdown,
  NotificationBanner,
  Page,
  SubmitButton,
  Tag,
} from "@/components/ui";
import { idOf } from "@/components/tables";
import { now } from "@/lib/clock";
import { formatDateTime } from "@/lib/format";
import { newsDraft, newsState, type WrittenNews } from "@/lib/news/support/queries";
import { areaLines } from "@/lib/organisations/areas-typed";
import { supportUser } from "@/lib/web/session";
import { publishDraft, takeNewsBack } from "@/app/(admin)/admin/news/actions";
import { NewsForm } from "@/app/(admin)/admin/news/news-form";
import { newsStateTags } from "@/app/(admin)/admin/news/states";

/** One piece of news for support: how it looks, whether it is published, and its form. */
export default async function WrittenNewsPage(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  const user = await supportUser();
  const id = idOf((await props.params).id);
  const news = id === null ? null : await newsDraft(user, id);
  if (!news) notFound();
  const state = newsState(news, now());
  const { done } = await props.searchParams;
  const what = typeof done === "string" && Object.hasOwn(whatWasDone, done) ? whatWasDone[done] : undefined;
  const tag = newsStateTags[state];
  return (
    <Page
      heading={news.title}
      caption="News"
      back={{ href: "/admin/news", label: "Back to news" }}
      banner={what && <NotificationBanner success heading={what} />}
    >
      <HowTo of="write-news" />
      <p>
        <Tag colour={tag.colour}>{tag.label}</Tag> {inWords(news)}
      </p>
      <h2 className="nhsuk-heading-m">How it will look</h2>
      <InsetText>
        <p>
          <strong>{news.summary}</strong>
        </p>
        <Markdown text={news.body} />
      </InsetText>
      {state !== "withdrawn" && (
        <>
          <ButtonGroup>
            {state === "draft" && (
              <ActionForm action={publishDraft}>
                <HiddenField name="id" value={news.id} />
                <SubmitButton pending="Publishing…">Publish</SubmitButton>
              </ActionForm>
            )}
            <ActionForm action={takeNewsBack}>
              <HiddenField name="id" value={news.id} />
              <SubmitButton look="warning" pending="Withdrawing…">
                Withdraw
              </SubmitButton>
            </ActionForm>
          </ButtonGroup>
          <h2 className="nhsuk-heading-m">Change it</h2>
          {news.emailedAt && (
            <p>It has been emailed. People will see your changes at once, but we will not email it again.</p>
          )}
          <NewsForm news={news} areas={await areaLines(news.forAreas, now())} />
        </>
      )}
    </Page>
  );
}

const whatWasDone: Readonly<Record<string, string>> = {
  saved: "Saved.",
  published: "This news is now published.",
  withdrawn: "This news is withdrawn. It is no longer shown to anyone.",
};

const inWords = ({ writtenBy, writtenAt, publishedBy, publishedAt, withdrawnBy, withdrawnAt }: WrittenNews): string =>
  [
    `Written by ${writtenBy.fullName}, ${formatDateTime(writtenAt)}.`,
    publishedAt && publishedBy && `Published by ${publishedBy.fullName}, ${formatDateTime(publishedAt)}.`,
    withdrawnAt && withdrawnBy && `Withdrawn by ${withdrawnBy.fullName}, ${formatDateTime(withdrawnAt)}.`,
  ]
    .filter(Boolean)
    .join(" ");
