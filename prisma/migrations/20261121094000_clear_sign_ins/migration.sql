-- The ninety days that stay are counted back from the newest sign-in: a demo's clock may stand in another year.
create or replace function clear_sign_in_events(before timestamptz) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare cleared bigint;
begin
  delete from sign_in_event
   where at < least(before, (select max(at) from sign_in_event) - interval '90 days');
  get diagnostics cleared = row_count;
  return cleared;
end $$;
