import { areaReports } from "./area-reports";
import { accessAudit, usersPerLocation } from "./access-reports";
import { atRisk } from "./at-risk";
import { trackerExtract } from "./extract";
import { dataQuality, vacancyFreshness } from "./quality-reports";
import { officialCorrections, officialStatistics } from "@/lib/reports/official/official-report";
import type { LibraryReport } from "./report";
import { updateStatus } from "./update-status";

/** Every report of the library, in the order in which they are listed. Never use a key again for another report. */
export const reports: readonly LibraryReport[] = [
  updateStatus,
  atRisk,
  ...areaReports,
  usersPerLocation,
  accessAudit,
  dataQuality,
  vacancyFreshness,
  officialStatistics,
  officialCorrections,
  trackerExtract,
];

export const reportOfKey = (key: string): LibraryReport | undefined => reports.find((report) => report.key === key);
