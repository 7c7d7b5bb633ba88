import { notFound } from "next/navigation";
import { Page } from "@/components/ui";
import { videoOf } from "@/app/(public)/help/videos";
import { guideOf, type GuideStep } from "@/app/shell/guides";

/** One guide, step by step, with pictures of our own pages. */
export default async function GuidePage({ params }: { params: Promise<{ guide: string }> }) {
  const guide = guideOf((await params).guide);
  if (!guide) notFound();
  const video = videoOf(guide.slug);
  return (
    <Page heading={guide.title} caption={guide.who} back={{ href: "/help", label: "All help" }}>
      {video && (
        <p>
          <a href={video}>Watch a video of this</a>
        </p>
      )}
      <ol className="ct-guide">
        {guide.steps.map((step) => (
          <Step key={step.title} step={step} />
        ))}
      </ol>
      <p>
        The people and places in the pictures are made up. Cannot find what you need? <a href="/help#contact">Ask us</a>
        .
      </p>
    </Page>
  );
}

const Step = ({ step: { title, says, shot } }: { step: GuideStep }) => (
  <li className="ct-guide__step">
    <h2 className="nhsuk-heading-s">{title}</h2>
    <p>{says}</p>
    {shot && (
      <img
        className="ct-guide__picture"
        src={`/guides/${shot.name}.png`}
        alt={shot.alt}
        width={800}
        height={shot.height ?? 600}
        loading="lazy"
      />
    )}
  </li>
);
