import { screen, within } from "@testing-library/react";
import { CqcRating } from "@/app/(dashboard)/find/cqc-rating";
import { ClosedLocation } from "@/components/returns/closed-location";
import type { PlacePage } from "@/lib/capacity/place-page";
import { show } from "@/tests/support/show";

test("a closed location says since when, and until when what was filed can be read", async () => {
  const closed = { on: "2026-11-10", readUntil: "2027-02-08" };
  await show(<ClosedLocation name="Rosewood" closed={closed} history="/returns/1/care_home/history" />);
  expect(screen.getByRole("heading", { name: /Rosewood is closed/ })).toBeInTheDocument();
  expect(screen.getByText(/closed on 10 November 2026/)).toBeInTheDocument();
  expect(screen.getByText(/until 8 February 2027/)).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "the returns that were filed" })).toHaveAttribute(
    "href",
    "/returns/1/care_home/history",
  );
});

test("CQC's key questions are listed with their dates, and earlier ratings can be opened", async () => {
  const place: Partial<PlacePage> = {
    rating: "Requires improvement",
    ratedOn: "2026-07-14",
    reportUri: null,
    keyQuestions: [{ domain: "Safe", rating: "Inadequate", on: "2026-07-14" }],
    earlierRatings: [{ domain: "Overall", rating: "Good", on: null }],
  };
  await show(<CqcRating place={place as PlacePage} />);
  const [now, earlier] = screen.getAllByRole("table", { hidden: true });
  expect(within(now!).getByRole("row", { name: /Safe.*Inadequate.*14 July 2026/ })).toBeInTheDocument();
  expect(within(earlier!).getByText("Not known")).toBeInTheDocument();
  expect(screen.getByText("Earlier ratings", { selector: "summary *" })).toBeInTheDocument();
});
