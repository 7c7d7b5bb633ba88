-- For which provider types support has switched a collection on, in place of those it starts with.
CREATE TABLE "collection_switch" (
    "id" SERIAL NOT NULL,
    "collection" "collection" NOT NULL,
    "types" "location_type"[],
    "reason" TEXT NOT NULL,
    "switched_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "collection_switch_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "collection_switch_collection_idx" ON "collection_switch"("collection");

-- One holds at a time; each is ended, never deleted.
create unique index collection_switch_live on collection_switch (collection) where ended_at is null;
create trigger audit_change after insert or update or delete on collection_switch for each row execute function audit_row('id');
grant select, insert, update on collection_switch to capacity_app;
grant usage, select on sequence collection_switch_id_seq to capacity_app;
