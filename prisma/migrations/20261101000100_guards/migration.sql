-- What the schema language cannot say: roles, checks, partial indexes, the audit's triggers, what may never change.

do $$
declare role_name text;
begin
  foreach role_name in array array['capacity_app', 'capacity_worker'] loop
    begin
      if not exists (select from pg_roles where rolname = role_name) then
        execute format('create role %I nologin', role_name);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$;

create extension if not exists pg_trgm;

-- One account an address, however it is typed; no access to two things at once.
create unique index account_email_folded on account (lower(email));
alter table access add constraint access_one_target check (num_nonnulls(location_id, provider_id, area_id) <= 1);
alter table access_request add constraint access_request_one_target check (num_nonnulls(location_id, provider_id, area_id) <= 1);
alter table access_request add constraint access_request_asker check (num_nonnulls(registration_id, account_id) = 1);
alter table access_request add constraint access_request_decided_whole
  check ((decided_at is null) = (decision is null));
create unique index access_live_location on access (account_id, location_id) where ended_at is null and location_id is not null;
create unique index access_live_provider on access (account_id, provider_id) where ended_at is null and provider_id is not null;
create unique index access_live_area on access (account_id, area_id) where ended_at is null and area_id is not null;
create index access_request_waiting on access_request (requested_at) where decided_at is null;

-- Finding a location by postcode, name or part of a name.
create index location_name_trgm on location using gin (lower(name) gin_trgm_ops);
create index location_postcode_folded on location (replace(postcode, ' ', '') text_pattern_ops);
create index provider_name_trgm on provider using gin (lower(name) gin_trgm_ops);
create index location_types on location using gin (types);
create index account_name_trgm on account using gin (lower(full_name || ' ' || email) gin_trgm_ops);

-- A return counts, or is a late update; one of each at a time. Filing again supersedes.
create unique index return_current on "return" (location_id, collection, month) where superseded_at is null and not late;
create unique index return_current_late on "return" (location_id, collection, month) where superseded_at is null and late;
alter table "return" add constraint return_month_is_first check (extract(day from month) = 1);
alter table "return" add constraint return_nil_has_reason check ((source = 'nil') = (nil_reason is not null));

alter table bed_count add constraint bed_count_whole
  check (capacity >= 0 and occupied >= 0 and reserved >= 0 and accepting >= 0 and occupied + reserved + accepting <= capacity);
alter table home_care_answers add constraint home_care_percent check (returned_poc_percent between 0 and 100);

create unique index window_extension_live on window_extension (month, coalesce(location_id, 0)) where ended_at is null;

create index email_due on email (next_try_at) where sent_at is null and failed_at is null;

-- The audit: written by triggers that run as the owner, so the app can add to it only by changing something.
create function audit_row() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who text := current_setting('capacity.actor', true);
  old_row jsonb; new_row jsonb; secret text; changed text;
  hidden text[] := array['password_hash', 'credentials_nonce', 'totp_secret', 'totp_last_step'];
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

do $$
declare entry text[];
begin
  foreach entry slice 1 in array array[
    ['account', 'id'], ['access', 'id'], ['access_request', 'id'], ['registration', 'id'], ['email_change', 'id'],
    ['location', 'id'], ['provider', 'id'], ['contact', 'id'], ['area', 'id'], ['bed_type', 'key'],
    ['window_extension', 'id'], ['season', 'id'], ['bank_holiday', 'date'], ['setting', 'key']
  ] loop
    execute format('create trigger audit_change after insert or update or delete on %I for each row execute function audit_row(%L)', entry[1], entry[2]);
  end loop;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are kept as they are', tg_table_name using errcode = 'P0001';
end $$;

create trigger kept before update or delete on audit for each row execute function refuse_change();

-- A return is kept as it was said; only the moment it was superseded is added, once.
create function supersede_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'A return is never deleted' using errcode = 'P0001';
  end if;
  if old.superseded_at is not null or new.superseded_at is null
     or to_jsonb(old) - 'superseded_at' is distinct from to_jsonb(new) - 'superseded_at' then
    raise exception 'A return is never changed, only superseded, and that once' using errcode = 'P0001';
  end if;
  return new;
end $$;

create trigger superseded before update or delete on "return" for each row execute function supersede_once();

do $$
declare t text;
begin
  foreach t in array array['care_home_answers', 'home_care_answers', 'continuity_answers', 'home_care_daily_answers',
                           'bed_update', 'bed_count', 'accepted_warning'] loop
    execute format('create trigger kept before update or delete on %I for each row execute function refuse_change()', t);
  end loop;
end $$;

-- Jobs are queued inside the app's own transaction, through this function alone.
create function queue_job(task text, payload json, job_key text default null, run_at timestamptz default null)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key);
end $$;
revoke all on function queue_job(text, json, text, timestamptz) from public;

-- What each role may do.
revoke create on schema public from public;
grant usage on schema public to capacity_app, capacity_worker;
grant select, insert, update, delete on all tables in schema public to capacity_app;
grant usage, select on all sequences in schema public to capacity_app;
grant execute on function queue_job(text, json, text, timestamptz) to capacity_app, capacity_worker;
revoke insert, update, delete on audit from capacity_app;
revoke update, delete on "return", care_home_answers, home_care_answers, continuity_answers, home_care_daily_answers,
  bed_update, bed_count, accepted_warning from capacity_app;
grant update (superseded_at) on "return" to capacity_app;
revoke delete on account, access, access_request, registration, location, provider from capacity_app;
revoke update, delete on disclosure, sign_in_event from capacity_app;
do $$
begin
  if to_regclass('_prisma_migrations') is not null then
    revoke insert, update, delete on _prisma_migrations from capacity_app;
  end if;
end $$;
