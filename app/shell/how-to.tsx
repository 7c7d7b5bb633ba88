import Link from "next/link";
import { Details } from "@/components/ui";
import { guideOf } from "./guides";

/** How the thing on this page is done, in a few lines, one press away, with the way to the guide. */
export function HowTo({ guide: slug }: { guide: string }) {
  const guide = guideOf(slug);
  if (!guide) throw new Error(`There is no guide called ${slug}.`);
  return (
    <Details summary={`How to: ${guide.title.charAt(0).toLowerCase()}${guide.title.slice(1)}`}>
      <ol className="nhsuk-list nhsuk-list--number">
        {guide.steps.map(({ title, says }) => (
          <li key={title}>
            <strong>{title}.</strong> {says}
          </li>
        ))}
      </ol>
      <p>
        <Link href={`/help/guides/${guide.slug}`}>See this with pictures</Link>
      </p>
    </Details>
  );
}
