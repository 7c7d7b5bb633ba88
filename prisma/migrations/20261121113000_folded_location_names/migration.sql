-- Names as people type them: "st marys" finds "St Mary's" and "St. Mary’s". In the order they are shown, with all that a
-- search asks of them, so that the table is not read for what is not found; and by their parts.
create index location_name_folded on location ((translate(lower(name), '-''’.,', ' ') collate "C"), id)
  include (name, types) where deregistered_on is null;
create index location_name_folded_trgm on location using gin (translate(lower(name), '-''’.,', ' ') gin_trgm_ops);
drop index location_name_sorted;
