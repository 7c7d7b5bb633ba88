import { Link } from "./link";

/** Links for removing filters that are on, one each. */
export function FilterTags({
  tags,
  clearHref,
}: {
  tags: { label: string; removeHref: string }[];
  clearHref?: string | undefined;
}) {
  if (tags.length === 0) return null;
  return (
    <ul className="ct-filter-tags" aria-label="Filters that are on">
      {tags.map((tag) => (
        <li key={tag.label}>
          <Link className="ct-filter-tag" href={tag.removeHref}>
            <span aria-hidden="true">✕ </span>
            <span className="nhsuk-u-visually-hidden">Remove filter: </span>
            {tag.label}
          </Link>
        </li>
      ))}
      {clearHref && (
        <li>
          <Link className="ct-filter-tag ct-filter-tag--clear" href={clearHref}>
            Clear all filters
          </Link>
        </li>
      )}
    </ul>
  );
}
