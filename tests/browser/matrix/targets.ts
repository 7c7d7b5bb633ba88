import type { OwnService } from "@/tests/browser/own-service";

/** A place, and who works there: whatever else may see it follows from where it lies. */
export interface Target {
  relation: string;
  id: number;
  collection: string;
  receipt: string;
  /** The survey that every place of the demo is asked. */
  survey: number;
  files: string[];
  sees: string[];
}

interface Row {
  id: number;
  council: string | null;
  subIcb: string | null;
  lrf: string | null;
  region: string | null;
  receipt: string | null;
}

const read = `
  select l.id, coalesce(c.place_name, c.name) as council, coalesce(s.place_name, s.name) as "subIcb", f.name as lrf, n.name as region,
         (select r.reference from "return" r where r.location_id = l.id and r.collection = $1 order by r.id desc limit 1) as receipt
    from location l left join area c on c.id = l.local_authority_id left join area s on s.id = l.sub_icb_id
    left join area f on f.id = c.lrf_id left join area n on n.id = c.nhs_region_id
    join provider p on p.id = l.provider_id`;

/** Written down by hand, from the table of roles: who works where. */
const places = [
  { where: "l.name = 'Fernbank House'", collection: "care_home", files: ["manager", "approver"], sees: [] },
  { where: "l.name = 'Fernbank Lodge'", collection: "care_home", files: ["approver", "generic"], sees: [] },
  { where: "l.name = 'Brightdoor Home Care'", collection: "home_care", files: ["homecare"], sees: [] },
  {
    where: `l.types = '{care_home}' and exists (select from access g join account a on a.id = g.account_id
              where g.location_id = l.id and a.email = 'multisite@demo.example')`,
    collection: "care_home",
    files: ["multisite"],
    sees: ["parent"],
  },
  {
    where:
      "l.types = '{care_home}' and l.deregistered_on is null and c.name <> 'Oldham' and p.name !~ 'Fernbank|Pennine'",
    collection: "care_home",
    files: [],
    sees: [],
  },
];

/** Places of every relation to everyone: one's own, a sibling's, another organisation's, far away, and none. */
export async function targetsIn(service: OwnService): Promise<Target[]> {
  const targets: Target[] = [];
  const [first] = await service.sql<{ id: number }>("select min(id) as id from survey");
  const survey = first?.id ?? 0;
  for (const { where, collection, files, sees } of places) {
    const [row] = await service.sql<Row>(`${read} where ${where} order by l.id limit 1`, [collection]);
    if (!row?.receipt) throw new Error(`The demo has no place where ${where}, or no return of it`);
    const { id, receipt, council, subIcb, lrf, region } = row;
    const overseers = [
      ...["support", "national"],
      ...(region === "North West" ? ["region"] : []),
      ...(lrf === "Greater Manchester" ? ["lrf"] : []),
      ...(council === "Oldham" ? ["council"] : []),
      ...(subIcb === "Oldham" ? ["subicb"] : []),
    ];
    targets.push({ relation: where, id, collection, receipt, survey, files, sees: [...files, ...sees, ...overseers] });
  }
  const none = { relation: "none", id: 99_999_999, collection: "care_home", receipt: "RET-AAAA-AAAA", survey };
  return [...targets, { ...none, files: [], sees: [] }];
}
