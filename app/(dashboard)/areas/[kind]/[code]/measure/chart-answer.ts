import { askedMeasure } from "./asked";
import type { Picture } from "@/app/(dashboard)/areas/pictures";
import { now } from "@/lib/clock";
import { formatDateTime, formatMonth } from "@/lib/format";
import type { MeasureShown } from "@/lib/reports/measure-page";
import { download, fileAnswer } from "@/lib/web/download";
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
export const chartDownload = (type: keyof typeof types, body: (chart: ChartToSend) => BodyInit | Promise<BodyInit>) =>
  download<{ kind: string; code: string }, ChartToSend>({
    who: ({ url }) => provenUser(url.slice(new URL(url).origin.length)),
    find: async ({ user, request, params }) => {
      const time = now();
      const search = new URL(request.url).searchParams;
      const asked = await askedMeasure(user, params, Object.fromEntries(search), time);
      const wanted = search.get("chart");
      const picture = asked?.pictures.find(({ key }) => key === wanted) ?? (wanted ? undefined : asked?.pictures[0]);
      if (!asked || !picture) return null;
      const { shown } = asked;
      const source = `${shown.measure.source}, ${formatMonth(shown.month)} window, as of ${formatDateTime(time)}. Contains CQC information under OGL v3.0.`;
      return { shown, picture, source };
    },
    send: async (chart) =>
      fileAnswer(await body(chart), types[type], `${fileName(chart.shown, chart.picture)}.${type}`),
  });

const fileName = ({ measure, area, month }: MeasureShown, { key }: Picture) =>
  `${measure.key}-${area.code}-${month}-${key}`.replace(/[^\w-]+/g, "-");
