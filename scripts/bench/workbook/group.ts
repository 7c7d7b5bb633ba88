import { system, transact } from "@/lib/db";
import { putHistory } from "@/scripts/bench/filing/people";

/** Fills an empty database with a group for each size: so many care homes, one person who files for all, and a year of returns. */
export async function putGroups(sizes: readonly number[], now: Date): Promise<Map<number, number>> {
  const accounts = new Map<number, number>();
  for (const homes of sizes)
    await transact(
      system("bench"),
      "a group of homes",
      async (tx) => {
        const [provider] = await tx.$queryRaw<{ id: number }[]>`
          insert into provider (register, register_id, name)
          values ('demo', ${`GROUP-${homes}`}, ${`Group of ${homes}`}) returning id`;
        await tx.$executeRaw`
          insert into location (register, register_id, provider_id, name, types, postcode, address_lines, care_home, beds,
                                registered_on, local_authority_id, services, specialisms, activities, user_bands, predecessors, successors)
          select 'demo', ${`G${homes}-`} || n, ${provider?.id}::int, ${`Home ${homes} `} || n, '{care_home}', 'OL1 1AA',
                 '{1 High Street}', true, 40, '2020-01-01',
                 (select id from area where kind = 'local_authority' order by id offset n % 100 limit 1),
                 '{}', '{}', '{}', '{}', '{}', '{}'
            from generate_series(1, ${homes}::int) n`;
        const [account] = await tx.$queryRaw<{ id: number }[]>`
          insert into account (email, full_name, telephone, job_title, kind, created_at)
          values (${`office${homes}@bench.example`}, 'Head Office', '01632 960001', 'Administrator', 'care_home', ${now})
          returning id`;
        accounts.set(homes, account?.id ?? 0);
        await tx.$executeRaw`
          insert into access (account_id, location_id, level, granted_at)
          select ${account?.id}::int, id, 'standard', ${now} from location where provider_id = ${provider?.id}::int`;
      },
      { timeout: 120_000 },
    );
  await putHistory(now);
  return accounts;
}
