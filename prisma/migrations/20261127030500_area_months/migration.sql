-- CreateTable
CREATE TABLE "area_month" (
    "area_id" INTEGER NOT NULL,
    "month" DATE NOT NULL,
    "collection" "collection" NOT NULL,
    "due" INTEGER NOT NULL,
    "filed" INTEGER NOT NULL,
    "nil" INTEGER NOT NULL,
    "sums" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "area_month_pkey" PRIMARY KEY ("area_id","collection","month")
);

-- CreateIndex
CREATE INDEX "area_month_month_collection_idx" ON "area_month"("month", "collection");

-- AddForeignKey
ALTER TABLE "area_month" ADD CONSTRAINT "area_month_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table area_month add constraint area_month_counts
  check (nil >= 0 and filed >= nil and due >= filed and extract(day from month) = 1);

grant select, insert, delete on area_month to capacity_app;
