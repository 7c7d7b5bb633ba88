import { HowTo } from "@/app/shell/how-to/how-to";
import { Page } from "@/components/ui";
import { NewsForm } from "@/app/(admin)/admin/news/news-form";
import { supportUser } from "@/lib/web/session";

/** Begins a piece of news. It is a draft until it is published. */
export default async function NewNewsPage() {
  await supportUser();
  return (
    <Page
      heading="Write news"
      back={{ href: "/admin/news", label: "Back to news" }}
      summary="Save it as a draft first. You can then see how it will look, and publish it."
    >
      <HowTo of="write-news" />
      <NewsForm />
    </Page>
  );
}
