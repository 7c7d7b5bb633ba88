-- CreateTable
CREATE TABLE "support_nomination" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "telephone" TEXT NOT NULL,
    "job_title" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" INTEGER NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" INTEGER,
    "decision" "decision",
    "account_id" INTEGER,

    CONSTRAINT "support_nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pre_registration" (
    "id" SERIAL NOT NULL,
    "file_name" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" INTEGER,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "pre_registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pre_registration_result" (
    "pre_registration_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    "account_id" INTEGER,

    CONSTRAINT "pre_registration_result_pkey" PRIMARY KEY ("pre_registration_id","line")
);

-- CreateIndex
CREATE UNIQUE INDEX "support_nomination_account_id_key" ON "support_nomination"("account_id");

-- CreateIndex
CREATE INDEX "pre_registration_expires_at_idx" ON "pre_registration"("expires_at");

-- AddForeignKey
ALTER TABLE "support_nomination" ADD CONSTRAINT "support_nomination_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_nomination" ADD CONSTRAINT "support_nomination_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_nomination" ADD CONSTRAINT "support_nomination_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pre_registration" ADD CONSTRAINT "pre_registration_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pre_registration" ADD CONSTRAINT "pre_registration_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pre_registration_result" ADD CONSTRAINT "pre_registration_result_pre_registration_id_fkey" FOREIGN KEY ("pre_registration_id") REFERENCES "pre_registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One open nomination an address; whoever asked is not the one who confirms.
create unique index support_nomination_open on support_nomination (lower(email)) where decided_at is null;
alter table support_nomination add constraint support_nomination_two_people check (decided_by_id is distinct from asked_by_id or decision is distinct from 'approved');
alter table support_nomination add constraint support_nomination_decided_whole check ((decided_at is null) = (decision is null));
create trigger audit_change after insert or update or delete on support_nomination for each row execute function audit_row('id');

-- A shared account decides about nobody, whatever asks for it.
create function refuse_shared_approver() returns trigger language plpgsql as $$
begin
  if new.level = 'approver' and new.ended_at is null
     and exists (select from account a where a.id = new.account_id and a.generic) then
    raise exception 'A shared account is never an approver' using errcode = 'P0001';
  end if;
  return new;
end $$;
create trigger shared_never_approves before insert or update of level, account_id, ended_at on access
  for each row execute function refuse_shared_approver();

grant select, insert, update on support_nomination to capacity_app;
grant select, insert, update, delete on pre_registration, pre_registration_result to capacity_app;
grant usage, select on sequence support_nomination_id_seq, pre_registration_id_seq to capacity_app;
