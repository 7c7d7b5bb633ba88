import type { Transaction } from "@/lib/db";

/** What the directory does not say stays as CQC's API said it. */
export const keepWhatDirectoryLacks = (tx: Transaction) => tx.$executeRaw`
  update incoming_location s set
    specialisms = l.specialisms, report_uri = l.report_uri, predecessors = l.predecessors, successors = l.successors,
    dormant_from = case when s.dormant then l.dormant_from end
  from location l where l.register = 'cqc' and l.register_id = s.register_id`;

/** What the API does not say stays as the directory said it; a closing without a day keeps the day it was noticed. */
export const keepWhatApiLacks = (tx: Transaction) => tx.$executeRaw`
  update incoming_location s set
    user_bands = l.user_bands, rating_inherited = l.rating_inherited,
    dual_primary_id = coalesce(s.dual_primary_id, l.dual_primary_id),
    dual_provider_id = l.dual_provider_id,
    latitude = coalesce(s.latitude, l.latitude), longitude = coalesce(s.longitude, l.longitude)
  from location l where l.register = 'cqc' and l.register_id = s.register_id`;
