import { notFound } from "next/navigation";
import { ContentsList, Page, SummaryList } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { meaningOf } from "@/lib/questions/beds";
import { measureGroups, measures, roundingOf, type MeasureGroup } from "@/lib/reports/metrics";
import { stateMeanings } from "@/lib/reports/reading";
import { currentUser } from "@/lib/web/session";
import { calendarNow } from "@/lib/windows/calendar";
import { monthFor } from "@/lib/windows/reporting-window";

/** What each measure means, from where it comes and what it cannot say. */
export default async function MeasuresPage() {
  const user = await currentUser();
  if (!can(user, "see reports")) notFound();
  const bedTypes = (await calendarNow()).bedTypesFor(["care_home"], monthFor(now()));
  const groups = Object.entries(measureGroups) as [MeasureGroup, string][];
  return (
    <Page heading="What each measure means" back="/reports">
      <p>
        Each measure adds up the figures of every location that gave both of its parts, then divides one total by the
        other. Where there is nothing to show we say why, and we never show 0 instead.
      </p>
      <ContentsList
        pages={[
          ...groups.map(([key, label]) => ({ label, href: `#${key}` })),
          { label: "Bed types", href: "#bed_types" },
        ]}
      />
      {groups.map(([group, title]) => (
        <section key={group} aria-labelledby={group}>
          <h2 className="nhsuk-heading-m" id={group}>
            {title}
          </h2>
          {measures
            .filter((measure) => measure.group === group)
            .map((measure) => (
              <section key={measure.key} aria-labelledby={measure.key}>
                <h3 className="nhsuk-heading-s" id={measure.key}>
                  {measure.label}
                  {measure.collection === "home_care" && measure.group !== "home_care" ? ", home care" : ""}
                </h3>
                <p>{measure.definition}</p>
                <SummaryList
                  rows={[
                    { label: "Counts", value: measure.numerator.words },
                    { label: "Out of", value: measure.denominator?.words ?? "Nothing: it is a total" },
                    { label: "Rounding", value: roundingOf[measure.unit] },
                    { label: "From", value: measure.source },
                    { label: "Limits", value: measure.limits },
                  ]}
                />
              </section>
            ))}
        </section>
      ))}
      <h2 className="nhsuk-heading-m" id="bed_types">
        Bed types
      </h2>
      <p>Care homes count their beds by these types. The support team keeps the list.</p>
      <SummaryList
        rows={bedTypes.map((type) => ({ label: type.label, value: meaningOf(type) || "Not yet described" }))}
      />
      <h2 className="nhsuk-heading-m">When there is no figure</h2>
      <SummaryList
        rows={[
          { label: "0", value: "Someone answered, and the answer is nought." },
          ...Object.entries(stateMeanings).map(([state, value]) => ({
            label: state.charAt(0).toUpperCase() + state.slice(1).replace("_", " "),
            value,
          })),
        ]}
      />
      <h2 className="nhsuk-heading-m">If your figure is wrong</h2>
      <p>
        File the return again while its window is open: the newest counts. After that, update your figures for the next
        window, and tell the support team about the month that is wrong.
      </p>
    </Page>
  );
}
