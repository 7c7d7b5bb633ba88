import { Link } from "@/components/ui/link";
import { Details } from "@/components/ui";
import { guideOf } from "@/app/shell/guides";
import { type HowToName, howToOf } from "./all";

/**
 * How the thing on this page is done, in a few lines, one press away. Where a guide tells it with pictures, the lines are
 * the guide’s, and lead there.
 */
export function HowTo(props: { of: HowToName; guide?: undefined } | { guide: string; of?: undefined }) {
  if (props.of) {
    const { title, steps } = howToOf(props.of);
    return <Lines title={title} lines={steps.map((says) => ({ key: says, says }))} />;
  }
  const guide = guideOf(props.guide);
  if (!guide) throw new Error(`There is no guide called ${props.guide}.`);
  return (
    <Lines
      title={`${guide.title.charAt(0).toLowerCase()}${guide.title.slice(1)}`}
      lines={guide.steps.map(({ title, says }) => ({ key: title, title, says }))}
      guide={guide.slug}
    />
  );
}

function Lines({ title, lines, guide }: { title: string; lines: Line[]; guide?: string }) {
  return (
    <Details summary={`How to: ${title}`}>
      {lines.length === 1 ? (
        <p>{lines[0]?.says}</p>
      ) : (
        <ol className="nhsuk-list nhsuk-list--number">
          {lines.map(({ key, title: does, says }) => (
            <li key={key}>
              {does && <strong>{does}.</strong>} {says}
            </li>
          ))}
        </ol>
      )}
      {guide && (
        <p>
          <Link href={`/help/guides/${guide}`}>See this with pictures</Link>
        </p>
      )}
    </Details>
  );
}

interface Line {
  key: string;
  title?: string;
  says: string;
}
