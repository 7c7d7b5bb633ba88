import { Link } from "./link";

/** Pages of a long list, by number. `hrefOf` makes the address of a page. */
export function Pagination(props: {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  label?: string | undefined;
}) {
  const { page, pages, hrefOf } = props;
  if (pages <= 1) return null;
  return (
    <nav className="nhsuk-pagination nhsuk-pagination--numbered" aria-label={props.label ?? "Pages"}>
      {page > 1 && (
        <Link className="nhsuk-pagination__previous" href={hrefOf(page - 1)} rel="prev">
          <Arrow back />
          <span className="nhsuk-pagination__title">
            Previous<span className="nhsuk-u-visually-hidden"> page</span>
          </span>
        </Link>
      )}
      <span className="ct-pagination__where" aria-hidden="true">
        Page {page} of {pages}
      </span>
      <ul className="nhsuk-pagination__list">
        {pagesAround(page, pages).map((number, at) =>
          number === null ? (
            <li key={`gap-${at}`} className="nhsuk-pagination__item nhsuk-pagination__item--ellipsis">
              ⋯
            </li>
          ) : (
            <li
              key={number}
              className={`nhsuk-pagination__item${number === page ? " nhsuk-pagination__item--current" : ""}`}
            >
              <Link
                className="nhsuk-pagination__link"
                href={hrefOf(number)}
                aria-label={`Page ${number} of ${pages}`}
                aria-current={number === page ? "page" : undefined}
              >
                {number}
              </Link>
            </li>
          ),
        )}
      </ul>
      {page < pages && (
        <Link className="nhsuk-pagination__next" href={hrefOf(page + 1)} rel="next">
          <span className="nhsuk-pagination__title">
            Next<span className="nhsuk-u-visually-hidden"> page</span>
          </span>
          <Arrow />
        </Link>
      )}
    </nav>
  );
}

/** The numbers to show around a page: first, last, the neighbours, and null for each gap. */
function pagesAround(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const numbers = [...new Set(near)].sort((one, other) => one - other);
  return numbers.flatMap((number, at) => {
    const before = numbers[at - 1];
    if (before === undefined || number - before === 1) return [number];
    return number - before === 2 ? [number - 1, number] : [null, number];
  });
}

const Arrow = ({ back = false }: { back?: boolean | undefined }) => (
  <svg className="nhsuk-icon" viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" focusable="false">
    <path
      d={
        back
          ? "M10.7 6.3 5 12l5.7 5.7 1.4-1.4L8.8 13H19v-2H8.8l3.3-3.3z"
          : "m13.3 6.3-1.4 1.4 3.3 3.3H5v2h10.2l-3.3 3.3 1.4 1.4L19 12z"
      }
      fill="currentColor"
    />
  </svg>
);
