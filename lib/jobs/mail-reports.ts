import { countsNow } from "@/lib/access/grants";
import { db } from "@/lib/db";
import { formatCount } from "@/lib/format";
import type { Message } from "@/lib/outbox/queue-email";
import { reportOfKey } from "@/lib/reports/library/reports";
import { dueOn, isOften } from "@/lib/reports/library/schedule";
import { calendarNow, windowFor } from "@/lib/windows/calendar";
import { monthFor } from "@/lib/windows/reporting-window";
import { queueInParts } from "./queue-in-parts";

/**
 * Emails people the reports that they asked for, when they are due: a link whose figures are those of that moment. The
 * email holds no figures; what its reader may see is decided when they open it.
 */
export async function mailReports(now: Date): Promise<string> {
  const { lastDay } = windowFor(await calendarNow(), monthFor(now), now);
  const saved = await db.savedReport.findMany({
    where: { endedAt: null, every: { not: null }, account: { deactivatedAt: null } },
    include: {
      account: { select: { email: true, fullName: true, kind: true, access: { where: countsNow(now), take: 1 } } },
    },
    orderBy: { id: "asc" },
  });
  const messages = saved.flatMap(
    ({ id, account, accountId, report, label, query, every, hour, savedAt }): Message[] => {
      const known = reportOfKey(report);
      const able = account.kind === "support" || account.access.length > 0;
      if (!known || !able || hour === null || !isOften(every)) return [];
      const day = dueOn({ every, hour, since: savedAt }, now, lastDay);
      if (day === null) return [];
      const params = new URLSearchParams(query);
      params.set("asOf", now.toISOString());
      return [
        {
          template: "report-ready",
          to: account.email,
          accountId,
          uniqueKey: `report-ready:${id}:${day}`,
          props: {
            name: account.fullName,
            report: known.title,
            label,
            at: now,
            path: `/reports/${report}?${params.toString().replaceAll("+", "%20")}`,
          },
        },
      ];
    },
  );
  const written = await queueInParts(messages, "a saved report is due", now, (part) => [...part]);
  return formatCount("report", written);
}
