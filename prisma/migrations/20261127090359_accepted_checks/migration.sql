-- CreateTable
CREATE TABLE "accepted_check" (
    "id" SERIAL NOT NULL,
    "location_id" INTEGER NOT NULL,
    "collection" "collection" NOT NULL,
    "month" DATE NOT NULL,
    "code" TEXT NOT NULL,
    "figure" DOUBLE PRECISION NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "accepted_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "accepted_check_location_id_idx" ON "accepted_check"("location_id");

-- AddForeignKey
ALTER TABLE "accepted_check" ADD CONSTRAINT "accepted_check_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accepted_check" ADD CONSTRAINT "accepted_check_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One figure at a time is accepted against a check, for one location and window.
create unique index accepted_check_live on accepted_check (location_id, collection, month, code) where ended_at is null;
alter table accepted_check add constraint accepted_check_reason check (char_length(reason) between 1 and 500);
alter table accepted_check add constraint accepted_check_first check (extract(day from month) = 1);
alter table accepted_check add constraint accepted_check_figure check (figure >= 0);
create trigger audit_change after insert or update or delete on accepted_check for each row execute function audit_row('id');

grant select, insert, update on accepted_check to capacity_app;
grant usage, select on sequence accepted_check_id_seq to capacity_app;
