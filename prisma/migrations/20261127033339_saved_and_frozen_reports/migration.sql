-- CreateTable
CREATE TABLE "saved_report" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "report" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "every" TEXT,
    "hour" INTEGER,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "saved_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "frozen_window" (
    "month" DATE NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "frozen_window_pkey" PRIMARY KEY ("month")
);

-- CreateTable
CREATE TABLE "owed_at_close" (
    "month" DATE NOT NULL,
    "collection" "collection" NOT NULL,
    "location_id" INTEGER NOT NULL,
    "local_authority_id" INTEGER,
    "older" BOOLEAN,
    "once" BOOLEAN NOT NULL,

    CONSTRAINT "owed_at_close_pkey" PRIMARY KEY ("month","collection","location_id")
);

-- CreateIndex
CREATE INDEX "saved_report_account_id_idx" ON "saved_report"("account_id");

-- AddForeignKey
ALTER TABLE "saved_report" ADD CONSTRAINT "saved_report_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "owed_at_close" ADD CONSTRAINT "owed_at_close_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table saved_report add constraint saved_report_every check (every in ('day', 'week', 'month'));
alter table saved_report add constraint saved_report_hour check (hour between 0 and 23);
alter table saved_report add constraint saved_report_mailed_whole check ((every is null) = (hour is null));
alter table saved_report add constraint saved_report_label check (char_length(label) between 1 and 80);
create index saved_report_mailed on saved_report (id) where ended_at is null and every is not null;
create trigger audit_change after insert or update or delete on saved_report for each row execute function audit_row('id');

grant select, insert, update on saved_report to capacity_app;
grant usage, select on sequence saved_report_id_seq to capacity_app;

-- What was kept of a window is never changed.
grant select, insert on frozen_window to capacity_app;
grant select, insert on owed_at_close to capacity_app;
