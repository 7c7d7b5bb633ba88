-- The districts that a service says it covers: a later migration dropped this index unasked.
create index suitability_districts on suitability using gin (districts);

-- Looking for one kind of care near a point passes over everything else that is there, surgeries and hospitals too.
create index location_point_care_home on location using gist (point(longitude, latitude))
  where deregistered_on is null and not dormant and 'care_home' = any(types);
create index location_point_home_care on location using gist (point(longitude, latitude))
  where deregistered_on is null and not dormant and 'home_care' = any(types);
