import { notFound } from "next/navigation";
import { Markdown, Page } from "@/components/ui";
import { answerText, topics } from "@/app/(public)/help/topics";

/** One question and its answer. */
export default async function TopicPage({ params }: { params: Promise<{ topic: string }> }) {
  const { topic: slug } = await params;
  const topic = topics().find((one) => one.slug === slug);
  if (!topic) notFound();
  return (
    <Page heading={topic.question} back={{ href: "/help", label: "All help" }}>
      <Markdown text={answerText(topic)} />
      <p>
        Cannot find what you need? <a href="/help#contact">Ask us</a>.
      </p>
    </Page>
  );
}
