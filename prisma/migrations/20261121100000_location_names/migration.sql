-- Names in the order they are shown: a common word such as "care" stops after one page instead of sorting thousands.
create index location_name_sorted on location ((lower(name) collate "C"), id) where deregistered_on is null;
