-- CreateTable
CREATE TABLE "import_upload" (
    "id" SERIAL NOT NULL,
    "register" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "full" BOOLEAN NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "preview" JSONB,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" INTEGER,
    "result" JSONB,
    "problem" TEXT,

    CONSTRAINT "import_upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_upload_part" (
    "upload_id" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_upload_part_pkey" PRIMARY KEY ("upload_id","part")
);

-- CreateIndex
CREATE INDEX "import_upload_expires_at_idx" ON "import_upload"("expires_at");

-- AddForeignKey
ALTER TABLE "import_upload" ADD CONSTRAINT "import_upload_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_upload" ADD CONSTRAINT "import_upload_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_upload_part" ADD CONSTRAINT "import_upload_part_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "import_upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nothing is imported that nobody saw first, nor without a name.
alter table import_upload add constraint import_upload_seen_first check (confirmed_at is null or (preview is not null and confirmed_by_id is not null));
alter table import_upload add constraint import_upload_confirmed_first check (result is null or confirmed_at is not null);

grant select, insert, update, delete on import_upload, import_upload_part to capacity_app;
grant usage, select on sequence import_upload_id_seq to capacity_app;
