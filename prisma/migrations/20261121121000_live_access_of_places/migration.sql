-- Who has access to a location now, with all that the list of people asks of it, so that the table is not read.
create index access_live_place on access (location_id) include (account_id, level, granted_at, ends_at) where ended_at is null;
