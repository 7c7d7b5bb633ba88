-- CreateTable
CREATE TABLE "api_key" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "made_by_id" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "scopes" TEXT[],
    "location_ids" INTEGER[],
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_secret" (
    "key_id" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_secret_pkey" PRIMARY KEY ("key_id")
);

-- CreateTable
CREATE TABLE "api_sending" (
    "key_id" INTEGER NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_sending_pkey" PRIMARY KEY ("key_id","idempotency_key")
);

-- CreateIndex
CREATE INDEX "api_key_account_id_idx" ON "api_key"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_secret_hash_key" ON "api_secret"("hash");

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_secret" ADD CONSTRAINT "api_secret_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "api_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_sending" ADD CONSTRAINT "api_sending_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "api_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table api_key add constraint api_key_label check (char_length(label) between 1 and 80);
alter table api_key add constraint api_key_scopes check (cardinality(scopes) > 0 and scopes <@ array['read', 'file', 'beds']);
alter table api_key add constraint api_key_ends check (expires_at > made_at);
-- A key without locations reads an area and states nothing.
alter table api_key add constraint api_key_states_somewhere check (cardinality(location_ids) > 0 or scopes = array['read']);
create trigger audit_change after insert or update or delete on api_key for each row execute function audit_row('id');

grant select, insert on api_key, api_secret, api_sending to capacity_app;
grant update (ended_at) on api_key to capacity_app;
grant update (last_used_at) on api_secret to capacity_app;
grant usage, select on sequence api_key_id_seq to capacity_app;
