-- The list of providers in the order of its names, with all that its filters and its other orders ask of a location, so
-- that the table itself is read for the rows of one page alone.
create index location_listed on location ((translate(lower(name), '-''’.,', ' ') collate "C"), id)
  include (name, deregistered_on, provider_id, local_authority_id, sub_icb_id, types, overall_rating, beds);

-- The same without names, which take the most room: for counting, and for the other orders.
create index location_counted on location (deregistered_on)
  include (id, provider_id, local_authority_id, sub_icb_id, types, overall_rating, beds);
