-- CreateTable
CREATE TABLE "news_item" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "for_kinds" "account_kind"[],
    "for_areas" INTEGER[],
    "shows_from" TIMESTAMPTZ(3),
    "by_email" BOOLEAN NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "written_by_id" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by_id" INTEGER,
    "emailed_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" INTEGER,

    CONSTRAINT "news_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "news_read" (
    "account_id" INTEGER NOT NULL,
    "news_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "news_read_pkey" PRIMARY KEY ("account_id","news_id")
);

-- AddForeignKey
ALTER TABLE "news_item" ADD CONSTRAINT "news_item_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_item" ADD CONSTRAINT "news_item_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_item" ADD CONSTRAINT "news_item_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_read" ADD CONSTRAINT "news_read_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_read" ADD CONSTRAINT "news_read_news_id_fkey" FOREIGN KEY ("news_id") REFERENCES "news_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table news_item alter column for_kinds set not null, alter column for_areas set not null;
alter table news_item add constraint news_item_kind check (kind in ('whats_new', 'bulletin'));
alter table news_item add constraint news_item_title check (char_length(title) between 1 and 120);
alter table news_item add constraint news_item_summary check (char_length(summary) between 1 and 300);
alter table news_item add constraint news_item_body check (char_length(body) between 1 and 20000);
alter table news_item add constraint news_item_published_by check ((published_at is null) = (published_by_id is null));
alter table news_item add constraint news_item_withdrawn_by check ((withdrawn_at is null) = (withdrawn_by_id is null));
alter table news_item add constraint news_item_emailed check (emailed_at is null or (by_email and published_at is not null));
create index news_item_shown on news_item (id) where published_at is not null and withdrawn_at is null;
create trigger audit_change after insert or update or delete on news_item for each row execute function audit_row('id');

grant select, insert, update on news_item to capacity_app;
grant usage, select on sequence news_item_id_seq to capacity_app;
grant select, insert on news_read to capacity_app;
