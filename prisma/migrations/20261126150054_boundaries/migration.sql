-- CreateEnum
CREATE TYPE "boundary_layer" AS ENUM ('nhs_region', 'ons_region', 'icb', 'sub_icb', 'lrf', 'local_authority', 'district');

-- CreateTable
CREATE TABLE "boundary" (
    "layer" "boundary_layer" NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "area_id" INTEGER,
    "geometry" JSONB NOT NULL,
    "neighbours" TEXT[],
    "merged" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "boundary_pkey" PRIMARY KEY ("layer","code","merged")
);

-- AddForeignKey
ALTER TABLE "boundary" ADD CONSTRAINT "boundary_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

alter table boundary add constraint boundary_is_an_area check (geometry ->> 'type' in ('Polygon', 'MultiPolygon'));

grant select, insert, update, delete on boundary to capacity_app;
