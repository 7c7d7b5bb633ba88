import type { Transaction } from "@/lib/db";
import { addDays, dayOf, startOfDay } from "@/lib/london";
import type { SurveyPart } from "@/lib/surveys/parts";

const day = 86_400_000;

const asked = { hint: "", required: true, choices: [], shownIf: null };
const ifAny = { key: "p1", is: "yes" };

/** What the demo's support team asks of every care home and home care service. */
const parts: SurveyPart[] = [
  {
    ...asked,
    key: "p1",
    kind: "yesNo",
    label: "Do you have syringe drivers of your own?",
    short: "Has syringe drivers",
  },
  {
    ...asked,
    key: "p2",
    kind: "count",
    label: "How many syringe drivers do you have?",
    short: "Syringe drivers",
    hint: "Count those that work, wherever they are today.",
    shownIf: ifAny,
  },
  {
    ...asked,
    key: "p3",
    kind: "some",
    label: "Who services them?",
    short: "Serviced by",
    choices: [
      { key: "c1", label: "The maker" },
      { key: "c2", label: "An NHS trust" },
      { key: "c3", label: "We do it ourselves" },
    ],
    shownIf: ifAny,
  },
  {
    ...asked,
    key: "p4",
    kind: "date",
    label: "When were they last serviced?",
    short: "Last serviced",
    required: false,
    shownIf: ifAny,
  },
  { key: "p5", kind: "section", title: "Medicines", text: "How people’s medicines are ordered." },
  {
    ...asked,
    key: "p6",
    kind: "choice",
    label: "How do you order medicines?",
    short: "Ordering medicines",
    hint: "Proxy ordering means that you order online, for a person who has agreed to it.",
    choices: [
      { key: "c1", label: "Online, by proxy ordering" },
      { key: "c2", label: "On paper, through the pharmacy" },
      { key: "c3", label: "Families order them" },
    ],
  },
  { ...asked, key: "p7", kind: "text", label: "What would help you?", short: "What would help", required: false },
];

/**
 * An open survey in the demo, of which somewhat over half the locations have answered; not those of the demo's own
 * manager and home care service, who can answer it.
 */
export async function writeSurveys(tx: Transaction, now: Date): Promise<void> {
  const { id: by } = await tx.account.findFirstOrThrow({ where: { email: "support@demo.example" } });
  const at = new Date(now.getTime() - 6 * day);
  const happened = { at, byId: by };
  const published = { changedAt: at, changedById: by, publishedAt: at, publishedById: by };
  const survey = await tx.survey.create({
    data: {
      title: "Syringe drivers and medicines",
      forTypes: ["care_home", "home_care"],
      forAreas: [],
      forLocations: [],
      closesAt: startOfDay(addDays(dayOf(now), 15)),
      madeAt: at,
      madeById: by,
      versions: { create: { number: 1, intro, parts, ...published } },
      events: { create: [{ ...happened, what: "published", version: 1 }] },
    },
    select: { id: true, versions: { select: { id: true } } },
  });
  await tx.surveyEvent.create({ data: { ...happened, surveyId: survey.id, what: "opened" } });
  await tx.$executeRaw`
    insert into survey_answer (version_id, location_id, answers, at, by_id)
    select ${survey.versions[0]?.id}::int, id, case when lot % 5 < 2 then '{"p1": false}'::jsonb else
             jsonb_build_object('p1', true, 'p2', 1 + lot % 6, 'p3', (array['c1', 'c2', 'c1,c2', 'c3'])[1 + lot % 4],
               'p4', (${now}::date - 20 - lot % 300)::text) end
           || jsonb_build_object('p6', (array['c1', 'c1', 'c2', 'c3'])[1 + lot / 7 % 4])
           || case when lot % 9 = 0 then '{"p7": "One person to ring about supplies out of hours."}'::jsonb else '{}' end,
           ${at}::timestamptz + interval '1 hour' * (1 + lot % 140), person
      from (select l.id, ('x' || left(md5(l.register_id), 6))::bit(24)::int as lot,
                   (select min(g.account_id) from access g where g.location_id = l.id and g.ended_at is null) as person
              from location l
             where l.types && '{care_home,home_care}' and l.deregistered_on is null and l.name !~ 'Fernbank|Brightdoor') each
     where person is not null and lot % 100 < 58`;
}

const intro =
  "We ask so that councils and hospitals know where people can be cared for in their last days, and where ordering medicines takes too long. It takes five minutes.";
