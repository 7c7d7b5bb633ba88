-- AlterTable
ALTER TABLE "bed_type" ADD COLUMN     "counted_before" "location_type"[] DEFAULT ARRAY[]::"location_type"[];

-- CreateTable
CREATE TABLE "finding_request" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" INTEGER,
    "allowed" BOOLEAN,
    "answer" TEXT,

    CONSTRAINT "finding_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "finding_request_account_id_idx" ON "finding_request"("account_id");

-- AddForeignKey
ALTER TABLE "finding_request" ADD CONSTRAINT "finding_request_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_request" ADD CONSTRAINT "finding_request_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Each person asks once at a time; an answer says when and what.
create unique index finding_request_open on finding_request (account_id) where answered_at is null;
alter table finding_request add constraint finding_request_answered_whole
  check ((answered_at is null) = (allowed is null) and (answered_at is not null or (answer is null and answered_by_id is null)));
create trigger audit_change after insert or update or delete on finding_request for each row execute function audit_row('id');

grant select, insert, update on finding_request to capacity_app;
grant usage, select on sequence finding_request_id_seq to capacity_app;

-- What someone asks of one home is theirs to ask once at a time.
create index enquiry_live on enquiry (by_id, location_id) where ended_at is null;
