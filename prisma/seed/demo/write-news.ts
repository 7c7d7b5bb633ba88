import { filingKinds } from "@/lib/access/kinds";
import type { Prisma, Transaction } from "@/lib/db";

const day = 86_400_000;

/** What the demo's support team has told people: one thing for everyone who files, and one for care homes around Oldham. */
export async function writeNews(tx: Transaction, now: Date): Promise<void> {
  const { id: by } = await tx.account.findFirstOrThrow({ where: { email: "support@demo.example" } });
  const area = await tx.area.findFirstOrThrow({ where: { kind: "local_authority", name: "Oldham", validTo: null } });
  const out = (daysAgo: number) => {
    const at = new Date(now.getTime() - daysAgo * day);
    return {
      forKinds: [],
      forAreas: [],
      byEmail: false,
      writtenAt: at,
      writtenById: by,
      publishedAt: at,
      publishedById: by,
    };
  };
  const news: Prisma.NewsItemCreateManyInput[] = [
    {
      ...out(20),
      kind: "whats_new",
      title: "Update all your locations in one workbook",
      summary: "Download one workbook for every location you file for, change what is different and send it back.",
      body: [
        "If you file for several locations, you can now update them together.",
        "1. Open [Bulk update](/uploads) and download your workbook. It holds your last figures.\n2. Change what is different and save the file.\n3. Send it. You see each row, old beside new, before anything is filed.",
        "Rows with a mistake come back to you, marked in your own file.",
      ].join("\n\n"),
      forKinds: [...filingKinds],
    },
    {
      ...out(3),
      kind: "bulletin",
      title: "Care homes in Oldham: keep your free beds up to date this winter",
      summary: "Hospital teams look for free beds every morning. Please confirm yours by 10am.",
      body: [
        "The Oldham discharge team rings the homes that confirmed their beds last.",
        "- If nothing has changed, press **Still right** on your home page.\n- If a bed has been taken, lower your vacancies the same day.",
        "This takes less than a minute. See [your returns and beds](/returns).",
      ].join("\n\n"),
      forKinds: ["care_home"],
      forAreas: [area.id],
    },
  ];
  await tx.newsItem.createMany({ data: news });
}
