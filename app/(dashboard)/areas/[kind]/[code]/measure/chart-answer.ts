import { askedMeasure } from "./asked";
import type { Picture } from "@/app/(dashboard)/areas/pictures";
import { now } from "@/lib/clock";
import { formatDateTime, formatMonth } from "@/lib/format";
import type { MeasureShown } from "@/lib/reports/measure-page";
import { limited } from "@/lib/web/rate-limit";
import { provenUser } from "@/lib/web/session";

/** A chart to be sent as a file, and what it must say of itself. */
export interface ChartToSend {
  shown: MeasureShown;
  picture: Picture;
  source: string;
}

const types = {
  png: "image/png",
  svg: "image/svg+xml; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
};

/** Returns one of a measure's charts to anyone who may see its page; the first one if none is named. */
export async function chartAnswer(
  request: Request,
  params: Promise<{ kind: string; code: string }>,
  type: keyof typeof types,
  body: (chart: ChartToSend) => BodyInit | Promise<BodyInit>,
): Promise<Response> {
  const url = new URL(request.url);
  const user = await provenUser(`${url.pathname}${url.search}`);
  const time = now();
  const asked = await askedMeasure(user, await params, Object.fromEntries(url.searchParams), time);
  const wanted = url.searchParams.get("chart");
  const picture = asked?.pictures.find(({ key }) => key === wanted) ?? (wanted ? undefined : asked?.pictures[0]);
  if (!asked || !picture) return new Response("Not found", { status: 404 });
  const tooOften = await limited("export", `account:${user.id}`);
  if (tooOften) return new Response(tooOften.message, { status: 429 });
  const { shown } = asked;
  const source = `${shown.measure.source}, ${formatMonth(shown.month)} window, as of ${formatDateTime(time)}. Contains CQC information under OGL v3.0.`;
  return new Response(await body({ shown, picture, source }), {
    headers: {
      "Content-Type": types[type],
      "Content-Disposition": `attachment; filename="${fileName(shown, picture)}.${type}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

const fileName = ({ measure, area, month }: MeasureShown, { key }: Picture) =>
  `${measure.key}-${area.code}-${month}-${key}`.replace(/[^\w-]+/g, "-");
