-- CreateEnum
CREATE TYPE "closed_reason" AS ENUM ('staff', 'outbreak', 'building_work', 'cqc', 'full', 'other');

-- CreateEnum
CREATE TYPE "call_result" AS ENUM ('placed', 'taken', 'not_suitable', 'no_answer', 'wrong_number');

-- CreateEnum
CREATE TYPE "rooms_for" AS ENUM ('anyone', 'women', 'men');

-- AlterEnum
ALTER TYPE "session_purpose" ADD VALUE 'confirm_beds';

-- AlterTable
ALTER TABLE "bed_type" ADD COLUMN     "definition" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "example" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "bed_offer" (
    "bed_update_id" INTEGER NOT NULL,
    "bed_type_key" TEXT NOT NULL,
    "after_assessment" INTEGER NOT NULL DEFAULT 0,
    "waiting" INTEGER,
    "closed_because" "closed_reason",

    CONSTRAINT "bed_offer_pkey" PRIMARY KEY ("bed_update_id","bed_type_key")
);

-- CreateTable
CREATE TABLE "bed_free_from" (
    "bed_update_id" INTEGER NOT NULL,
    "bed_type_key" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "beds" INTEGER NOT NULL,

    CONSTRAINT "bed_free_from_pkey" PRIMARY KEY ("bed_update_id","bed_type_key","day")
);

-- CreateTable
CREATE TABLE "flexible_bed" (
    "bed_update_id" INTEGER NOT NULL,
    "bed_type_key" TEXT NOT NULL,
    "also_key" TEXT NOT NULL,
    "beds" INTEGER NOT NULL,

    CONSTRAINT "flexible_bed_pkey" PRIMARY KEY ("bed_update_id","bed_type_key","also_key")
);

-- CreateTable
CREATE TABLE "suitability" (
    "id" SERIAL NOT NULL,
    "location_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER NOT NULL,
    "on_behalf_of" TEXT,
    "nursing" BOOLEAN,
    "specialisms" TEXT[],
    "who_for" TEXT[],
    "rooms_for" "rooms_for",
    "ground_floor" BOOLEAN,
    "wheelchair" BOOLEAN,
    "bariatric" BOOLEAN,
    "hoist" BOOLEAN,
    "isolation" BOOLEAN,
    "funding" TEXT[],
    "trusted_assessor" BOOLEAN,
    "weekend_admissions" BOOLEAN,
    "admits_until" INTEGER,
    "hours_free" INTEGER,
    "districts" TEXT[],
    "miles_served" INTEGER,
    "double_handed" BOOLEAN,
    "live_in" BOOLEAN,
    "night" BOOLEAN,

    CONSTRAINT "suitability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suitability_price" (
    "suitability_id" INTEGER NOT NULL,
    "bed_type_key" TEXT NOT NULL,
    "from" INTEGER NOT NULL,
    "to" INTEGER NOT NULL,

    CONSTRAINT "suitability_price_pkey" PRIMARY KEY ("suitability_id","bed_type_key")
);

-- CreateTable
CREATE TABLE "suitability_contract" (
    "suitability_id" INTEGER NOT NULL,
    "area_id" INTEGER NOT NULL,

    CONSTRAINT "suitability_contract_pkey" PRIMARY KEY ("suitability_id","area_id")
);

-- CreateTable
CREATE TABLE "location_note" (
    "id" SERIAL NOT NULL,
    "location_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER NOT NULL,
    "on_behalf_of" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "location_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "newest_statement" (
    "location_id" INTEGER NOT NULL,
    "bed_update_id" INTEGER,
    "beds_at" TIMESTAMPTZ(3),
    "suitability_id" INTEGER,
    "hours_free" INTEGER,
    "hours_at" TIMESTAMPTZ(3),

    CONSTRAINT "newest_statement_pkey" PRIMARY KEY ("location_id")
);

-- CreateTable
CREATE TABLE "shelf_life" (
    "location_id" INTEGER NOT NULL,
    "days" DOUBLE PRECISION NOT NULL,
    "changes" INTEGER NOT NULL,
    "learnt_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shelf_life_pkey" PRIMARY KEY ("location_id")
);

-- CreateTable
CREATE TABLE "shelf_life_of_kind" (
    "kind" "location_type" NOT NULL,
    "days" DOUBLE PRECISION NOT NULL,
    "locations" INTEGER NOT NULL,
    "learnt_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shelf_life_of_kind_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "call_outcome" (
    "id" SERIAL NOT NULL,
    "location_id" INTEGER NOT NULL,
    "bed_update_id" INTEGER,
    "bed_type_key" TEXT,
    "result" "call_result" NOT NULL,
    "because" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER NOT NULL,
    "on_behalf_of" TEXT,
    "organisation" TEXT NOT NULL,

    CONSTRAINT "call_outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bed_link" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "location_id" INTEGER NOT NULL,
    "nonce" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "bed_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enquiry" (
    "id" SERIAL NOT NULL,
    "location_id" INTEGER NOT NULL,
    "bed_type_key" TEXT,
    "organisation" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "by_id" INTEGER NOT NULL,
    "on_behalf_of" TEXT,

    CONSTRAINT "enquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shortlisted" (
    "account_id" INTEGER NOT NULL,
    "location_id" INTEGER NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shortlisted_pkey" PRIMARY KEY ("account_id","location_id")
);

-- CreateTable
CREATE TABLE "saved_search" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_search_match" (
    "saved_search_id" INTEGER NOT NULL,
    "location_id" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "saved_search_match_pkey" PRIMARY KEY ("saved_search_id","location_id")
);

-- CreateIndex
CREATE INDEX "suitability_location_id_id_idx" ON "suitability"("location_id", "id" DESC);

-- CreateIndex
CREATE INDEX "location_note_location_id_idx" ON "location_note"("location_id");

-- CreateIndex
CREATE INDEX "call_outcome_location_id_at_idx" ON "call_outcome"("location_id", "at");

-- CreateIndex
CREATE INDEX "call_outcome_by_id_at_idx" ON "call_outcome"("by_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "bed_link_hash_key" ON "bed_link"("hash");

-- CreateIndex
CREATE INDEX "bed_link_location_id_idx" ON "bed_link"("location_id");

-- CreateIndex
CREATE INDEX "enquiry_location_id_until_idx" ON "enquiry"("location_id", "until");

-- CreateIndex
CREATE UNIQUE INDEX "saved_search_hash_key" ON "saved_search"("hash");

-- CreateIndex
CREATE INDEX "saved_search_account_id_idx" ON "saved_search"("account_id");

-- AddForeignKey
ALTER TABLE "bed_offer" ADD CONSTRAINT "bed_offer_bed_update_id_bed_type_key_fkey" FOREIGN KEY ("bed_update_id", "bed_type_key") REFERENCES "bed_count"("bed_update_id", "bed_type_key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bed_free_from" ADD CONSTRAINT "bed_free_from_bed_update_id_bed_type_key_fkey" FOREIGN KEY ("bed_update_id", "bed_type_key") REFERENCES "bed_count"("bed_update_id", "bed_type_key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flexible_bed" ADD CONSTRAINT "flexible_bed_bed_update_id_bed_type_key_fkey" FOREIGN KEY ("bed_update_id", "bed_type_key") REFERENCES "bed_count"("bed_update_id", "bed_type_key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flexible_bed" ADD CONSTRAINT "flexible_bed_also_key_fkey" FOREIGN KEY ("also_key") REFERENCES "bed_type"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suitability" ADD CONSTRAINT "suitability_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suitability" ADD CONSTRAINT "suitability_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suitability_price" ADD CONSTRAINT "suitability_price_suitability_id_fkey" FOREIGN KEY ("suitability_id") REFERENCES "suitability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suitability_price" ADD CONSTRAINT "suitability_price_bed_type_key_fkey" FOREIGN KEY ("bed_type_key") REFERENCES "bed_type"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suitability_contract" ADD CONSTRAINT "suitability_contract_suitability_id_fkey" FOREIGN KEY ("suitability_id") REFERENCES "suitability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suitability_contract" ADD CONSTRAINT "suitability_contract_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "location_note" ADD CONSTRAINT "location_note_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "location_note" ADD CONSTRAINT "location_note_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newest_statement" ADD CONSTRAINT "newest_statement_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newest_statement" ADD CONSTRAINT "newest_statement_bed_update_id_fkey" FOREIGN KEY ("bed_update_id") REFERENCES "bed_update"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newest_statement" ADD CONSTRAINT "newest_statement_suitability_id_fkey" FOREIGN KEY ("suitability_id") REFERENCES "suitability"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelf_life" ADD CONSTRAINT "shelf_life_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_outcome" ADD CONSTRAINT "call_outcome_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_outcome" ADD CONSTRAINT "call_outcome_bed_update_id_fkey" FOREIGN KEY ("bed_update_id") REFERENCES "bed_update"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_outcome" ADD CONSTRAINT "call_outcome_bed_type_key_fkey" FOREIGN KEY ("bed_type_key") REFERENCES "bed_type"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_outcome" ADD CONSTRAINT "call_outcome_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bed_link" ADD CONSTRAINT "bed_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bed_link" ADD CONSTRAINT "bed_link_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_bed_type_key_fkey" FOREIGN KEY ("bed_type_key") REFERENCES "bed_type"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shortlisted" ADD CONSTRAINT "shortlisted_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shortlisted" ADD CONSTRAINT "shortlisted_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_search_match" ADD CONSTRAINT "saved_search_match_saved_search_id_fkey" FOREIGN KEY ("saved_search_id") REFERENCES "saved_search"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_search_match" ADD CONSTRAINT "saved_search_match_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a home says is kept as it was said.
do $$
declare t text;
begin
  foreach t in array array['bed_offer', 'bed_free_from', 'flexible_bed', 'suitability', 'suitability_price',
                           'suitability_contract', 'call_outcome'] loop
    execute format('create trigger kept before update or delete on %I for each row execute function refuse_change()', t);
    execute format('grant select, insert on %I to capacity_app', t);
  end loop;
end $$;

alter table bed_offer add constraint bed_offer_whole
  check (after_assessment >= 0 and coalesce(waiting, 0) >= 0);
alter table bed_free_from add constraint bed_free_from_some check (beds > 0);
alter table flexible_bed add constraint flexible_bed_some check (beds > 0 and also_key <> bed_type_key);
alter table suitability_price add constraint suitability_price_whole check ("from" > 0 and "to" >= "from");
alter table suitability add constraint suitability_whole check (
  admits_until between 1 and 24 and hours_free >= 0 and miles_served > 0
  and funding <@ array['nhs', 'council', 'self']);
alter table call_outcome add constraint call_outcome_because check (because is null or result = 'not_suitable');
alter table enquiry add constraint enquiry_ends check (until > at and coalesce(ended_at, at) >= at);

-- Kept with who did what; statements and outcomes hold that themselves and are in the audit as well.
do $$
declare t text;
begin
  foreach t in array array['suitability', 'location_note', 'call_outcome', 'enquiry', 'saved_search'] loop
    execute format('create trigger audit_change after insert or update or delete on %I for each row execute function audit_row(''id'')', t);
  end loop;
end $$;

-- The secret of a link is no more in the audit than that of an account.
create or replace function audit_row() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who text := current_setting('capacity.actor', true);
  old_row jsonb; new_row jsonb; secret text; changed text;
  hidden text[] := array['password_hash', 'credentials_nonce', 'totp_secret', 'totp_last_step', 'nonce', 'hash'];
begin
  if coalesce(who, '') = '' then
    raise exception 'A change of % needs to say who makes it', tg_table_name using errcode = 'P0001';
  end if;
  if tg_op <> 'INSERT' then old_row := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then new_row := to_jsonb(new); end if;
  foreach secret in array hidden loop
    if old_row ? secret and new_row ? secret and old_row -> secret is distinct from new_row -> secret then
      old_row := old_row || jsonb_build_object(secret, 'kept out');
      new_row := new_row || jsonb_build_object(secret, 'changed');
    else
      old_row := old_row - secret;
      new_row := new_row - secret;
    end if;
  end loop;
  if tg_op = 'UPDATE' then
    for changed in select key from jsonb_each(old_row) where old_row -> key is not distinct from new_row -> key loop
      old_row := old_row - changed;
      new_row := new_row - changed;
    end loop;
    if old_row = '{}'::jsonb then return null; end if;
  end if;
  insert into audit (at, actor, account_id, on_behalf_of, reason, "table", row_id, operation, before, after)
  values (
    clock_timestamp(), who, nullif(current_setting('capacity.account_id', true), '')::int,
    nullif(current_setting('capacity.on_behalf_of', true), ''), nullif(current_setting('capacity.reason', true), ''),
    tg_table_name, coalesce(to_jsonb(new) ->> tg_argv[0], to_jsonb(old) ->> tg_argv[0]), lower(tg_op), old_row,
    case when tg_op = 'INSERT' and current_setting('capacity.bulk', true) = 'on' then null else new_row end
  );
  return null;
end $$;

-- The newest statements of a location, kept beside it by whatever writes one. Ids rise, so the greater is the newer.
create function newest_beds() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into newest_statement as n (location_id, bed_update_id, beds_at) values (new.location_id, new.id, new.at)
  on conflict (location_id) do update set bed_update_id = excluded.bed_update_id, beds_at = excluded.beds_at
    where n.bed_update_id is null or n.bed_update_id < excluded.bed_update_id;
  return null;
end $$;
create trigger newest after insert on bed_update for each row execute function newest_beds();

create function newest_suitability() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into newest_statement as n (location_id, suitability_id) values (new.location_id, new.id)
  on conflict (location_id) do update set suitability_id = excluded.suitability_id
    where n.suitability_id is null or n.suitability_id < excluded.suitability_id;
  if new.hours_free is not null then perform newest_hours(new.location_id, new.hours_free, new.at); end if;
  return null;
end $$;

-- Free hours are said with a home care return, and between returns with what the service is suitable for.
create function newest_hours(location int, hours int, said timestamptz) returns void language sql as $$
  insert into newest_statement as n (location_id, hours_free, hours_at) values (location, hours, said)
  on conflict (location_id) do update set hours_free = excluded.hours_free, hours_at = excluded.hours_at
    where n.hours_at is null or n.hours_at <= excluded.hours_at;
$$;
create function newest_hours_of_return() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare filed "return"%rowtype;
begin
  if new.extra_hours_per_week is null then return null; end if;
  select * into filed from "return" where id = new.return_id;
  perform newest_hours(filed.location_id, new.extra_hours_per_week, filed.submitted_at);
  return null;
end $$;
create trigger newest after insert on suitability for each row execute function newest_suitability();
create trigger newest after insert on home_care_answers for each row execute function newest_hours_of_return();
revoke all on function newest_hours(int, int, timestamptz) from public;

insert into newest_statement (location_id, bed_update_id, beds_at)
  select distinct on (location_id) location_id, id, at from bed_update order by location_id, id desc;
insert into newest_statement as n (location_id, hours_free, hours_at)
  select distinct on (r.location_id) r.location_id, a.extra_hours_per_week, r.submitted_at
    from home_care_answers a join "return" r on r.id = a.return_id
   where a.extra_hours_per_week is not null order by r.location_id, r.submitted_at desc, r.id desc
  on conflict (location_id) do update set hours_free = excluded.hours_free, hours_at = excluded.hours_at;

-- Looking for a place near a point, and in a town.
create index location_point on location using gist (point(longitude, latitude)) where deregistered_on is null;
-- The places that an address names: each part between its commas that holds no number, in small letters.
create function place_names(lines text[], town text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct part) filter (where part <> '' and part !~ '[0-9]'), '{}')
    from (select btrim(regexp_replace(translate(lower(part), '-', ' '), '[^a-z0-9 ]+', '', 'g')) as part
            from regexp_split_to_table(array_to_string(lines || town, ','), ',') part) parts
$$;
create index location_place_names on location using gin (place_names(address_lines, town)) where deregistered_on is null;
-- Who says that it is not active.
create index return_nil on "return" (location_id, collection, submitted_at) where source = 'nil' and superseded_at is null;
-- Doubts of the newest statements.
create index call_outcome_doubts on call_outcome (bed_update_id) where result = 'taken';

grant select on newest_statement to capacity_app;
grant select, insert, update, delete on shelf_life, shelf_life_of_kind, shortlisted, saved_search_match to capacity_app;
grant select, insert, update on location_note, bed_link, enquiry, saved_search to capacity_app;
grant usage, select on sequence suitability_id_seq, location_note_id_seq, call_outcome_id_seq, bed_link_id_seq,
  enquiry_id_seq, saved_search_id_seq to capacity_app;
create index suitability_districts on suitability using gin (districts);
