import type { Transaction } from "@/lib/db";

/** Facts that are not in the directory stay as CQC's API gave them. */
export const keepWhatDirectoryLacks = (tx: Transaction) => tx.$executeRaw`
  update incoming_location s set
    specialisms = l.specialisms, report_uri = l.report_uri, predecessors = l.predecessors, successors = l.successors,
    dormant_from = case when s.dormant then l.dormant_from end
  from location l where l.register = 'cqc' and l.register_id = s.register_id`;

/**
 * Facts that are not in the API stay as the directory gave them. A closure without a date keeps the day on which we
 * noticed it.
 */
export const keepWhatApiLacks = (tx: Transaction) => tx.$executeRaw`
  update incoming_location s set
    user_bands = l.user_bands, rating_inherited = l.rating_inherited,
    dual_primary_id = coalesce(s.dual_primary_id, l.dual_primary_id),
    dual_provider_id = l.dual_provider_id,
    latitude = coalesce(s.latitude, l.latitude), longitude = coalesce(s.longitude, l.longitude)
  from location l where l.register = 'cqc' and l.register_id = s.register_id`;
