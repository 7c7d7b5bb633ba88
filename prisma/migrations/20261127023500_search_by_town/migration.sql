-- People look for a place by its town, and by its company: "oakwood oldham", "barchester". Both folded as names are.
create index location_name_town_trgm on location
  using gin (translate(lower(name || ' ' || coalesce(town, '')), '-''’.,', ' ') gin_trgm_ops);
create index provider_name_folded_trgm on provider using gin (translate(lower(name), '-''’.,', ' ') gin_trgm_ops);

-- "lukasz" finds Łukasz: small letters without what stands on or through them. As lib/without-accents.ts has it.
create function without_accents(typed text) returns text language sql immutable strict parallel safe as $$
  select replace(replace(replace(replace(translate(
           regexp_replace(normalize(lower(typed), NFD), U&'[\0300-\036F]', '', 'g'),
           'łøđðħıŧ', 'loddhit'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
$$;
