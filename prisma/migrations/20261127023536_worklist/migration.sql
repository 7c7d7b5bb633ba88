-- CreateEnum
CREATE TYPE "contact_result" AS ENUM ('will_file', 'spoke', 'message_left', 'no_answer', 'wrong_number', 'not_active', 'reminded');

-- DropIndex
DROP INDEX "suitability_districts";

-- CreateTable
CREATE TABLE "contact_made" (
    "id" SERIAL NOT NULL,
    "location_id" INTEGER NOT NULL,
    "result" "contact_result" NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "by_id" INTEGER NOT NULL,
    "on_behalf_of" TEXT,

    CONSTRAINT "contact_made_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worklist_assignment" (
    "id" SERIAL NOT NULL,
    "location_id" INTEGER NOT NULL,
    "area_id" INTEGER,
    "provider_id" INTEGER,
    "account_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "worklist_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contact_made_location_id_at_idx" ON "contact_made"("location_id", "at");

-- CreateIndex
CREATE INDEX "contact_made_by_id_at_idx" ON "contact_made"("by_id", "at");

-- AddForeignKey
ALTER TABLE "contact_made" ADD CONSTRAINT "contact_made_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_made" ADD CONSTRAINT "contact_made_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worklist_assignment" ADD CONSTRAINT "worklist_assignment_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worklist_assignment" ADD CONSTRAINT "worklist_assignment_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worklist_assignment" ADD CONSTRAINT "worklist_assignment_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worklist_assignment" ADD CONSTRAINT "worklist_assignment_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worklist_assignment" ADD CONSTRAINT "worklist_assignment_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A location is sent one reminder a day, and each organisation has one person for it.
create unique index contact_made_one_reminder on contact_made (location_id, day) where result = 'reminded';
alter table contact_made add constraint contact_made_note_length check (char_length(note) between 1 and 500);
create unique index worklist_assignment_live on worklist_assignment (location_id, coalesce(area_id, 0), coalesce(provider_id, 0))
  where ended_at is null;
alter table worklist_assignment add constraint worklist_assignment_one_organisation check (area_id is null or provider_id is null);

create trigger audit_change after insert or update or delete on contact_made for each row execute function audit_row('id');
create trigger audit_change after insert or update or delete on worklist_assignment for each row execute function audit_row('id');

grant select, insert on contact_made to capacity_app;
grant usage, select on sequence contact_made_id_seq to capacity_app;
grant select, insert, update on worklist_assignment to capacity_app;
grant usage, select on sequence worklist_assignment_id_seq to capacity_app;
