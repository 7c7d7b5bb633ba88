-- CreateTable
CREATE TABLE "population" (
    "area_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "adults" INTEGER NOT NULL,

    CONSTRAINT "population_pkey" PRIMARY KEY ("area_id","year")
);

-- AddForeignKey
ALTER TABLE "population" ADD CONSTRAINT "population_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table population add constraint population_counts check (adults > 0 and year between 2001 and 2100);

grant select, insert, update on population to capacity_app;
