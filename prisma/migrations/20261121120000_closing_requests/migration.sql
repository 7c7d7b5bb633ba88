-- CreateTable
CREATE TABLE "closing_request" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "asked_by_id" INTEGER NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "places" TEXT[],
    "reason" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" INTEGER,
    "answer" TEXT,

    CONSTRAINT "closing_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "closing_request_account_id_idx" ON "closing_request"("account_id");

-- AddForeignKey
ALTER TABLE "closing_request" ADD CONSTRAINT "closing_request_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closing_request" ADD CONSTRAINT "closing_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closing_request" ADD CONSTRAINT "closing_request_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Each approver asks once at a time; an answer says who, when and what.
create unique index closing_request_open on closing_request (account_id, asked_by_id) where answered_at is null;
alter table closing_request add constraint closing_request_answered_whole
  check ((answered_at is null) = (answer is null) and (answered_at is null) = (answered_by_id is null));
create trigger audit_change after insert or update or delete on closing_request for each row execute function audit_row('id');

grant select, insert, update on closing_request to capacity_app;
grant usage, select on sequence closing_request_id_seq to capacity_app;
