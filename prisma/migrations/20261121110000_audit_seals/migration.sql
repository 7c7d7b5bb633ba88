-- CreateTable
CREATE TABLE "audit_seal" (
    "id" INTEGER NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,
    "entries" BIGINT[],
    "digests" BYTEA NOT NULL,
    "previous" BYTEA,
    "digest" BYTEA NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("id")
);

-- What an entry of the audit says, in 32 bytes. Columns added later are not part of it.
create function audit_digest(entry audit) returns bytea language sql stable set search_path = public, pg_temp as $$
  select sha256(convert_to(jsonb_build_array(
    entry.id, (extract(epoch from entry.at) * 1000)::bigint, entry.actor, entry.account_id, entry.on_behalf_of,
    entry.reason, entry."table", entry.row_id, entry.operation, entry.before, entry.after)::text, 'UTF8'))
$$;

-- Seals up to ten thousand entries that no seal holds yet, linked to the seal before, and says how many. An entry's
-- number is given out before its transaction ends, so this waits for everybody who is writing now, two seconds at most:
-- whoever begins later gets a later number. Null where somebody writes longer.
create function seal_audit() returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  upto bigint; fence xid8; tries integer := 0; made integer;
  before audit_seal;
begin
  if pg_current_xact_id_if_assigned() is not null then
    raise exception 'Sealing comes first in its transaction' using errcode = 'P0001';
  end if;
  perform pg_advisory_xact_lock(hashtext('audit_seal'));
  select coalesce(max(id), 0) into upto from audit;
  fence := pg_current_xact_id();
  while pg_snapshot_xmin(pg_current_snapshot()) < fence loop
    if tries = 20 then return null; end if;
    tries := tries + 1;
    perform pg_sleep(0.1);
  end loop;
  select * into before from audit_seal order by id desc limit 1;
  insert into audit_seal (id, sealed_at, entries, digests, previous, digest)
  select sealed.id, clock_timestamp(), sealed.entries, sealed.digests, before.digest,
         sha256(convert_to(sealed.id || E'\n' || array_to_string(sealed.entries, ',') || E'\n', 'UTF8')
                || coalesce(before.digest, ''::bytea) || sealed.digests)
    from (select coalesce(before.id, 0) + 1 as id, array_agg(e.id order by e.id) as entries,
                 string_agg(audit_digest(e), ''::bytea order by e.id) as digests
            from (select * from audit
                   where id > coalesce(before.entries[array_upper(before.entries, 1)], 0) and id <= upto
                   order by id limit 10000) e) sealed
   where sealed.entries is not null
  returning array_length(entries, 1) into made;
  return coalesce(made, 0);
end $$;

create trigger kept before update or delete on audit_seal for each row execute function refuse_change();

revoke all on function seal_audit() from public;
grant execute on function seal_audit() to capacity_app;
grant select on audit_seal to capacity_app;
