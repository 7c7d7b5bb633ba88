import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const NewsPublished: Template<"news-published"> = ({ letterhead, name, title, summary, path }) => (
  <Frame letterhead={letterhead} name={name} heading={title} preview={summary}>
    <Para>{summary}</Para>
    <Action href={`${letterhead.origin}${path}`}>Sign in and read it</Action>
    <Para>
      We sent you this because you agreed to be sent news.{" "}
      <a href={`${letterhead.origin}/accounts/details`}>Stop or start news by email</a> in your account.
    </Para>
  </Frame>
);
NewsPublished.example = {
  name: "Amina Khan",
  kind: "bulletin",
  title: "Winter questions begin on 8 December",
  summary: "Four questions about flu vaccination are added to the monthly return. See what to have at hand.",
  path: "/news/1",
};
export default NewsPublished;
