-- CreateTable
CREATE TABLE "total_shown" (
    "area_id" INTEGER NOT NULL,
    "month" DATE NOT NULL,
    "collection" "collection" NOT NULL,
    "due" INTEGER NOT NULL,
    "figures" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "total_shown_pkey" PRIMARY KEY ("area_id","collection","month")
);

-- AddForeignKey
ALTER TABLE "total_shown" ADD CONSTRAINT "total_shown_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table total_shown add constraint total_shown_month check (due >= 0 and extract(day from month) = 1);

-- What was shown is never changed: what may be shown of the next month follows from it.
grant select, insert on total_shown to capacity_app;
