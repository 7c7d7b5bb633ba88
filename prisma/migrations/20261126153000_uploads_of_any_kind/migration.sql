-- One life for every file that is sent, previewed, confirmed and worked on. The tables of pre-registration stay until the
-- release after this one; what waits in them is taken over here.
alter table import_upload add kind text not null default 'register';
alter table import_upload alter register drop not null;
alter table import_upload alter "full" drop not null;
alter table import_upload add constraint import_upload_kind check (kind in ('register', 'pre-registration'));
alter table import_upload add constraint import_upload_register check ((kind = 'register') = (register is not null and "full" is not null));

-- CreateTable
CREATE TABLE "import_upload_line" (
    "upload_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    "account_id" INTEGER,

    CONSTRAINT "import_upload_line_pkey" PRIMARY KEY ("upload_id","line")
);

-- AddForeignKey
ALTER TABLE "import_upload_line" ADD CONSTRAINT "import_upload_line_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "import_upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

grant select, insert, update, delete on import_upload_line to capacity_app;

insert into import_upload (kind, file_name, size, made_at, made_by_id, expires_at, seen_at, preview, confirmed_at, confirmed_by_id, result)
select 'pre-registration', file_name, 0, made_at, made_by_id, expires_at, coalesce(finished_at, made_at),
       jsonb_build_object('lines', rows), confirmed_at, confirmed_by_id, case when finished_at is not null then '{}'::jsonb end
from pre_registration where expires_at > now();

insert into import_upload_line (upload_id, line, result, account_id)
select u.id, r.line, r.result, r.account_id
from pre_registration_result r join pre_registration p on p.id = r.pre_registration_id
join import_upload u on u.kind = 'pre-registration' and (u.made_at, u.made_by_id, u.file_name) = (p.made_at, p.made_by_id, p.file_name)
on conflict do nothing;
