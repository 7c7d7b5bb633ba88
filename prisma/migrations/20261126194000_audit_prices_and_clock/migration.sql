-- What a place charges and whom it has a contract with goes into the audit with the statement that they belong to.
create trigger audit_change after insert or update or delete on suitability_price for each row execute function audit_row('suitability_id');
create trigger audit_change after insert or update or delete on suitability_contract for each row execute function audit_row('suitability_id');

-- A demo tells the time of its own clock everywhere, here too. A live service has no such setting and will not start with one.
create or replace function audit_row() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who text := current_setting('capacity.actor', true);
  old_row jsonb; new_row jsonb; secret text; changed text;
  ahead interval := coalesce((select value::float8 from setting where key = 'clock_offset_ms'), 0) * interval '1 ms';
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
    clock_timestamp() + ahead, who, nullif(current_setting('capacity.account_id', true), '')::int,
    nullif(current_setting('capacity.on_behalf_of', true), ''), nullif(current_setting('capacity.reason', true), ''),
    tg_table_name, coalesce(to_jsonb(new) ->> tg_argv[0], to_jsonb(old) ->> tg_argv[0]), lower(tg_op), old_row,
    case when tg_op = 'INSERT' and current_setting('capacity.bulk', true) = 'on' then null else new_row end
  );
  return null;
end $$;
