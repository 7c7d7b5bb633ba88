-- CreateTable
CREATE TABLE "webhook" (
    "id" SERIAL NOT NULL,
    "key_id" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "events" TEXT[],
    "made_by_id" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "paused_because" TEXT,
    "resumed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_secret" (
    "webhook_id" INTEGER NOT NULL,
    "nonce" TEXT NOT NULL,

    CONSTRAINT "webhook_secret_pkey" PRIMARY KEY ("webhook_id")
);

-- CreateTable
CREATE TABLE "webhook_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "type" TEXT NOT NULL,
    "location_id" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "about" JSONB NOT NULL,
    "unique_key" TEXT,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" SERIAL NOT NULL,
    "webhook_id" INTEGER NOT NULL,
    "event_id" UUID NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3),
    "last_status" INTEGER,
    "last_error" TEXT,
    "delivered_at" TIMESTAMPTZ(3),
    "given_up_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_key_id_idx" ON "webhook"("key_id");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_event_unique_key_key" ON "webhook_event"("unique_key");

-- CreateIndex
CREATE INDEX "webhook_event_told_at_idx" ON "webhook_event"("told_at");

-- CreateIndex
CREATE INDEX "webhook_event_at_idx" ON "webhook_event"("at");

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_id_idx" ON "webhook_delivery"("webhook_id", "id");

-- CreateIndex
CREATE INDEX "webhook_delivery_event_id_idx" ON "webhook_delivery"("event_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_next_try_at_idx" ON "webhook_delivery"("next_try_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_webhook_id_event_id_key" ON "webhook_delivery"("webhook_id", "event_id");

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "api_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_secret" ADD CONSTRAINT "webhook_secret_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_event" ADD CONSTRAINT "webhook_event_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "webhook_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table webhook add constraint webhook_address check (char_length(address) between 1 and 500);
alter table webhook add constraint webhook_events check (
  cardinality(events) > 0 and events <@ array['window.opened', 'return.filed', 'vacancy.changed']);
alter table webhook add constraint webhook_paused check (
  (paused_at is null) = (paused_because is null) and paused_because in ('asked', 'failing', 'gone'));
alter table webhook_event add constraint webhook_event_type check (
  type in ('window.opened', 'return.filed', 'vacancy.changed', 'test'));
alter table webhook_delivery add constraint webhook_delivery_state check (
  num_nonnulls(next_try_at, delivered_at, given_up_at) = 1);
create trigger audit_change after insert or update or delete on webhook for each row execute function audit_row('id');

-- What happened is written with what happened, in its own transaction and by the table itself, so that no way of filing
-- can forget it. While no webhook could hear it, a statement pays for one look into a table without rows.
create function webhook_may_hear(event text, location int) returns boolean language sql stable as $$
  select exists (
    select from webhook w join api_key k on k.id = w.key_id
     where w.ended_at is null and w.paused_at is null and event = any (w.events) and k.ended_at is null
       and (cardinality(k.location_ids) = 0 or location = any (k.location_ids)))
$$;

create function tell_of_returns() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from webhook where ended_at is null and paused_at is null) then return null; end if;
  insert into webhook_event (type, location_id, at, about)
  select 'return.filed', location_id, submitted_at, jsonb_build_object(
           'collection', collection, 'month', to_char(month, 'YYYY-MM'), 'reference', reference)
    from added where webhook_may_hear('return.filed', location_id);
  if found then perform queue_job('tell-webhooks', '{}'); end if;
  return null;
end $$;
create trigger tell_of_returns after insert on "return" referencing new table as added
  for each statement execute function tell_of_returns();

create function tell_of_beds() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from webhook where ended_at is null and paused_at is null) then return null; end if;
  insert into webhook_event (type, location_id, at, about)
  select 'vacancy.changed', location_id, at, '{}' from added where webhook_may_hear('vacancy.changed', location_id);
  if found then perform queue_job('tell-webhooks', '{}'); end if;
  return null;
end $$;
create trigger tell_of_beds after insert on bed_update referencing new table as added
  for each statement execute function tell_of_beds();

-- A vacancy that was found taken is in doubt until the home says more.
create function tell_of_doubts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.result <> 'taken' or new.bed_update_id is null
     or not exists (select from webhook where ended_at is null and paused_at is null) then return null; end if;
  insert into webhook_event (type, location_id, at, about)
  select 'vacancy.changed', new.location_id, new.at, '{}' where webhook_may_hear('vacancy.changed', new.location_id);
  if found then perform queue_job('tell-webhooks', '{}'); end if;
  return null;
end $$;
create trigger tell_of_doubts after insert on call_outcome for each row execute function tell_of_doubts();

grant select, insert on webhook, webhook_secret, webhook_event, webhook_delivery to capacity_app;
grant update (paused_at, paused_because, resumed_at, ended_at) on webhook to capacity_app;
grant update (told_at) on webhook_event to capacity_app;
grant update (queued_at, attempts, next_try_at, last_status, last_error, delivered_at, given_up_at) on webhook_delivery to capacity_app;
grant delete on webhook_event, webhook_delivery to capacity_app;
grant usage, select on sequence webhook_id_seq, webhook_delivery_id_seq to capacity_app;
