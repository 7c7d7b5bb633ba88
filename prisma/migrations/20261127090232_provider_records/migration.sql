-- CreateEnum
CREATE TYPE "status_said" AS ENUM ('not_active', 'closing', 'changing_hands');

-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "address" TEXT,
ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "mobile" TEXT,
ADD COLUMN     "on_behalf_of" TEXT,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3),
ADD COLUMN     "updated_by_id" INTEGER,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "location_note" ADD COLUMN     "replaces_id" INTEGER;

-- CreateTable
CREATE TABLE "own_details" (
    "location_id" INTEGER NOT NULL,
    "trading_name" TEXT,
    "short_name" TEXT,
    "address" TEXT,
    "postcode" TEXT,
    "website" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by_id" INTEGER NOT NULL,
    "on_behalf_of" TEXT,

    CONSTRAINT "own_details_pkey" PRIMARY KEY ("location_id")
);

-- CreateTable
CREATE TABLE "linked_practice" (
    "id" SERIAL NOT NULL,
    "location_id" INTEGER NOT NULL,
    "practice_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER NOT NULL,
    "on_behalf_of" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "linked_practice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_change" (
    "id" SERIAL NOT NULL,
    "location_id" INTEGER NOT NULL,
    "said" "status_said" NOT NULL,
    "from" DATE NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER NOT NULL,
    "on_behalf_of" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "status_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pamms_rating" (
    "id" SERIAL NOT NULL,
    "location_id" INTEGER NOT NULL,
    "rating" TEXT NOT NULL,
    "assessed_on" DATE NOT NULL,
    "report_uri" TEXT,
    "file_name" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "pamms_rating_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "linked_practice_location_id_idx" ON "linked_practice"("location_id");

-- CreateIndex
CREATE INDEX "status_change_location_id_idx" ON "status_change"("location_id");

-- CreateIndex
CREATE INDEX "pamms_rating_location_id_idx" ON "pamms_rating"("location_id");

-- CreateIndex
CREATE UNIQUE INDEX "location_note_replaces_id_key" ON "location_note"("replaces_id");

-- AddForeignKey
ALTER TABLE "location_note" ADD CONSTRAINT "location_note_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "location_note"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_details" ADD CONSTRAINT "own_details_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_details" ADD CONSTRAINT "own_details_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "linked_practice" ADD CONSTRAINT "linked_practice_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "linked_practice" ADD CONSTRAINT "linked_practice_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "linked_practice" ADD CONSTRAINT "linked_practice_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_change" ADD CONSTRAINT "status_change_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_change" ADD CONSTRAINT "status_change_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pamms_rating" ADD CONSTRAINT "pamms_rating_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pamms_rating" ADD CONSTRAINT "pamms_rating_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A practice is linked once at a time, and a location says one thing at a time of its future.
create unique index linked_practice_live on linked_practice (location_id, practice_id) where ended_at is null;
create unique index status_change_live on status_change (location_id) where ended_at is null;
create index contact_live on contact (location_id) where ended_at is null;

alter table contact add constraint contact_said check (
  char_length(role) between 1 and 100 and char_length(coalesce(name, '')) <= 200
  and char_length(coalesce(organisation, '')) <= 200 and char_length(coalesce(address, '')) <= 500 and version > 0);
alter table own_details add constraint own_details_whole check (
  char_length(coalesce(trading_name, '')) <= 200 and char_length(coalesce(short_name, '')) <= 30
  and char_length(coalesce(address, '')) <= 500 and version > 0);
alter table linked_practice add constraint linked_practice_another check (location_id <> practice_id);
alter table status_change add constraint status_change_ended check (
  (ended_at is null) = (ended_by is null) and (ended_by is null or ended_by in ('register', 'person'))
  and char_length(coalesce(note, '')) <= 500);
alter table pamms_rating add constraint pamms_rating_known check (
  rating in ('Excellent', 'Good', 'Requires improvement', 'Poor'));

do $$
declare entry text[];
begin
  foreach entry slice 1 in array array[
    ['own_details', 'location_id'], ['linked_practice', 'id'], ['status_change', 'id'], ['pamms_rating', 'id']
  ] loop
    execute format('create trigger audit_change after insert or update or delete on %I for each row execute function audit_row(%L)', entry[1], entry[2]);
    execute format('grant select, insert, update on %I to capacity_app', entry[1]);
  end loop;
end $$;
grant usage, select on sequence linked_practice_id_seq, status_change_id_seq, pamms_rating_id_seq to capacity_app;
-- Whoever was a contact stays in the record, ended.
revoke delete on contact from capacity_app;

-- What a location said of its future has been dealt with once its register changes.
create function status_in_register() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update status_change set ended_by = 'register', ended_at = clock_timestamp()
    + coalesce((select value::float8 from setting where key = 'clock_offset_ms'), 0) * interval '1 ms'
   where location_id = new.id and ended_at is null;
  return null;
end $$;
create trigger status_in_register after update on location for each row
  when (old.deregistered_on is distinct from new.deregistered_on or old.dormant is distinct from new.dormant
        or old.provider_id is distinct from new.provider_id or old.successors is distinct from new.successors)
  execute function status_in_register();
