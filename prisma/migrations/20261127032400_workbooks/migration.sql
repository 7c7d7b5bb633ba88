-- CreateTable
CREATE TABLE "workbook" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "on_behalf_of" TEXT,
    "file_name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed_at" TIMESTAMPTZ(3),
    "done" INTEGER NOT NULL DEFAULT 0,
    "to_do" INTEGER NOT NULL DEFAULT 0,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "problem" TEXT,
    "review" JSONB,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted" JSONB,
    "filed_at" TIMESTAMPTZ(3),
    "reference" TEXT,

    CONSTRAINT "workbook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workbook_file" (
    "workbook_id" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "workbook_file_pkey" PRIMARY KEY ("workbook_id")
);

-- CreateTable
CREATE TABLE "workbook_row" (
    "workbook_id" INTEGER NOT NULL,
    "nth" INTEGER NOT NULL,
    "location_id" INTEGER NOT NULL,
    "location" TEXT NOT NULL,
    "collection" "collection" NOT NULL,
    "verdict" TEXT NOT NULL,
    "asks" BOOLEAN NOT NULL,
    "said" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "differences" JSONB NOT NULL,

    CONSTRAINT "workbook_row_pkey" PRIMARY KEY ("workbook_id","nth")
);

-- CreateTable
CREATE TABLE "workbook_return" (
    "return_id" INTEGER NOT NULL,
    "workbook_id" INTEGER NOT NULL,

    CONSTRAINT "workbook_return_pkey" PRIMARY KEY ("return_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "workbook_reference_key" ON "workbook"("reference");

-- CreateIndex
CREATE INDEX "workbook_account_id_id_idx" ON "workbook"("account_id", "id");

-- CreateIndex
CREATE INDEX "workbook_expires_at_idx" ON "workbook"("expires_at");

-- CreateIndex
CREATE INDEX "workbook_return_workbook_id_idx" ON "workbook_return"("workbook_id");

-- AddForeignKey
ALTER TABLE "workbook" ADD CONSTRAINT "workbook_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workbook_file" ADD CONSTRAINT "workbook_file_workbook_id_fkey" FOREIGN KEY ("workbook_id") REFERENCES "workbook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workbook_row" ADD CONSTRAINT "workbook_row_workbook_id_fkey" FOREIGN KEY ("workbook_id") REFERENCES "workbook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workbook_return" ADD CONSTRAINT "workbook_return_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workbook_return" ADD CONSTRAINT "workbook_return_workbook_id_fkey" FOREIGN KEY ("workbook_id") REFERENCES "workbook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nothing is filed that its sender has not seen judged and accepted, nor without a name for the lot.
alter table workbook add constraint workbook_seen_first check (accepted_at is null or (agreed_at is not null and review is not null and accepted is not null));
alter table workbook add constraint workbook_accepted_first check (filed_at is null or accepted_at is not null);
alter table workbook add constraint workbook_named check ((filed_at is null) = (reference is null));
alter table workbook_row add constraint workbook_row_verdict check (verdict in ('new', 'changed', 'unchanged', 'nil', 'problems'));

grant select, insert, update, delete on workbook, workbook_file, workbook_row to capacity_app;
grant select, insert on workbook_return to capacity_app;
revoke update, delete on workbook_return from capacity_app;
grant usage, select on sequence workbook_id_seq to capacity_app;
