import { Link } from "@/components/ui/link";
import type { Want } from "@/lib/home/want";

/** What a new location is to do one after the other: what is done is ticked, the rest leads to where it is done. */
export function Steps({ says, steps }: { says: string; steps: NonNullable<Want["steps"]> }) {
  return (
    <>
      <p>{says}</p>
      <ol className="ct-tile__act ct-tile__steps">
        {steps.map(({ label, href, done }) => (
          <li key={label}>
            {done ? (
              <>
                <span aria-hidden="true">✓ </span>
                {label} <span className="nhsuk-u-visually-hidden">(done)</span>
              </>
            ) : (
              <Link href={href}>{label}</Link>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
