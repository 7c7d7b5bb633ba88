-- CreateTable
CREATE TABLE "excused_month" (
    "id" SERIAL NOT NULL,
    "location_id" INTEGER NOT NULL,
    "collection" "collection" NOT NULL,
    "month" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "excused_month_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "excused_month_location_id_idx" ON "excused_month"("location_id");

-- AddForeignKey
ALTER TABLE "excused_month" ADD CONSTRAINT "excused_month_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "excused_month" ADD CONSTRAINT "excused_month_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A month of a location is excused once at a time.
create unique index excused_month_live on excused_month (location_id, collection, month) where ended_at is null;
alter table excused_month add constraint excused_month_reason check (char_length(reason) between 1 and 500);
alter table excused_month add constraint excused_month_first check (extract(day from month) = 1);
create trigger audit_change after insert or update or delete on excused_month for each row execute function audit_row('id');

grant select, insert, update on excused_month to capacity_app;
grant usage, select on sequence excused_month_id_seq to capacity_app;
