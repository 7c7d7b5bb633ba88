-- CreateTable
CREATE TABLE "open_place" (
    "location_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "said" JSONB,

    CONSTRAINT "open_place_pkey" PRIMARY KEY ("location_id")
);

-- CreateTable
CREATE TABLE "open_feed" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL,

    CONSTRAINT "open_feed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "open_place_version_key" ON "open_place"("version");

-- AddForeignKey
ALTER TABLE "open_place" ADD CONSTRAINT "open_place_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- There is one feed.
alter table open_feed add constraint open_feed_one check (id = 1);

grant select, insert, update on open_place, open_feed to capacity_app;
