-- CreateEnum
CREATE TYPE "survey_happening" AS ENUM ('published', 'opened', 'closed', 'reminded');

-- CreateTable
CREATE TABLE "survey" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "for_types" "location_type"[],
    "for_areas" INTEGER[],
    "for_locations" INTEGER[],
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" INTEGER NOT NULL,

    CONSTRAINT "survey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_version" (
    "id" SERIAL NOT NULL,
    "survey_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "intro" TEXT NOT NULL,
    "parts" JSONB NOT NULL,
    "help" JSONB NOT NULL DEFAULT '{}',
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by_id" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by_id" INTEGER,

    CONSTRAINT "survey_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_event" (
    "id" SERIAL NOT NULL,
    "survey_id" INTEGER NOT NULL,
    "what" "survey_happening" NOT NULL,
    "version" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER,
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "survey_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_answer" (
    "id" SERIAL NOT NULL,
    "version_id" INTEGER NOT NULL,
    "location_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "answers" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER NOT NULL,
    "on_behalf_of" TEXT,

    CONSTRAINT "survey_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "survey_version_survey_id_number_key" ON "survey_version"("survey_id", "number");

-- CreateIndex
CREATE INDEX "survey_event_survey_id_idx" ON "survey_event"("survey_id");

-- CreateIndex
CREATE INDEX "survey_answer_location_id_idx" ON "survey_answer"("location_id");

-- CreateIndex
CREATE UNIQUE INDEX "survey_answer_version_id_location_id_key" ON "survey_answer"("version_id", "location_id");

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_version" ADD CONSTRAINT "survey_version_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_version" ADD CONSTRAINT "survey_version_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_version" ADD CONSTRAINT "survey_version_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_event" ADD CONSTRAINT "survey_event_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_event" ADD CONSTRAINT "survey_event_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_answer" ADD CONSTRAINT "survey_answer_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "survey_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_answer" ADD CONSTRAINT "survey_answer_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_answer" ADD CONSTRAINT "survey_answer_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table survey alter column for_types set not null, alter column for_areas set not null, alter column for_locations set not null;
alter table survey add constraint survey_title check (char_length(title) between 1 and 120);
alter table survey add constraint survey_dates check (closes_at is null or opens_at is null or closes_at > opens_at);
alter table survey_version add constraint survey_version_intro check (char_length(intro) <= 2000);
alter table survey_version add constraint survey_version_lists check (jsonb_typeof(parts) = 'array' and jsonb_typeof(help) = 'object');
alter table survey_version add constraint survey_version_published check ((published_at is null) = (published_by_id is null));
alter table survey_event add constraint survey_event_version check ((what = 'published') = (version is not null));
alter table survey_event add constraint survey_event_mailed check (mailed_at is null or what = 'reminded');
alter table survey_answer add constraint survey_answer_list check (jsonb_typeof(answers) = 'object' and revision > 0);
-- One draft at a time, and reminders that wait.
create unique index survey_version_draft on survey_version (survey_id) where published_at is null;
create index survey_event_to_mail on survey_event (id) where what = 'reminded' and mailed_at is null;

-- What has been published is what people answered: no one changes it or takes it away.
create function survey_version_frozen() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.published_at is null then return case when tg_op = 'DELETE' then old else new end; end if;
  if tg_op = 'DELETE' or (new.survey_id, new.number, new.intro, new.parts, new.published_at, new.published_by_id)
       is distinct from (old.survey_id, old.number, old.intro, old.parts, old.published_at, old.published_by_id) then
    raise exception 'A published version of a survey is never changed' using errcode = 'P0001';
  end if;
  return new;
end $$;
create trigger frozen before update or delete on survey_version for each row execute function survey_version_frozen();

do $$
declare t text;
begin
  foreach t in array array['survey', 'survey_version', 'survey_event', 'survey_answer'] loop
    execute format('create trigger audit_change after insert or update or delete on %I for each row execute function audit_row(''id'')', t);
    execute format('grant select, insert, update on %I to capacity_app', t);
  end loop;
end $$;
grant delete on survey_version to capacity_app;
grant usage, select on sequence survey_id_seq, survey_version_id_seq, survey_event_id_seq, survey_answer_id_seq to capacity_app;
