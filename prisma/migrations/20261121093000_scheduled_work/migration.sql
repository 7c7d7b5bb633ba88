-- Of many instances one runs a job for a period: the one whose row comes first.
CREATE UNIQUE INDEX "job_run_job_period_key" ON "job_run"("job", "period");

-- What the app may not delete one by one, it may clear when it is old; never the last ninety days.
create function clear_sign_in_events(before timestamptz) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare cleared bigint;
begin
  if before > clock_timestamp() - interval '90 days' then
    raise exception 'The sign-ins of the last ninety days are kept' using errcode = 'P0001';
  end if;
  delete from sign_in_event where at < before;
  get diagnostics cleared = row_count;
  return cleared;
end $$;
revoke all on function clear_sign_in_events(timestamptz) from public;
grant execute on function clear_sign_in_events(timestamptz) to capacity_app;
