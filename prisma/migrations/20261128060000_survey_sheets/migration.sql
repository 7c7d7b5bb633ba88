-- A row of a workbook says what a location files for a collection, or what it answers to a survey.
alter table workbook_row alter column collection drop not null;
alter table workbook_row add column survey_id integer;
alter table workbook_row add constraint workbook_row_survey_id_fkey foreign key (survey_id) references survey (id) on delete cascade on update cascade;
alter table workbook_row add constraint workbook_row_of_one check (num_nonnulls(collection, survey_id) = 1);

-- CreateTable
CREATE TABLE "workbook_answer" (
    "answer_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "workbook_id" INTEGER NOT NULL,

    CONSTRAINT "workbook_answer_pkey" PRIMARY KEY ("answer_id","revision")
);

-- CreateIndex
CREATE INDEX "workbook_answer_workbook_id_idx" ON "workbook_answer"("workbook_id");

-- AddForeignKey
ALTER TABLE "workbook_answer" ADD CONSTRAINT "workbook_answer_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "survey_answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workbook_answer" ADD CONSTRAINT "workbook_answer_workbook_id_fkey" FOREIGN KEY ("workbook_id") REFERENCES "workbook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

grant select, insert on workbook_answer to capacity_app;
revoke update, delete on workbook_answer from capacity_app;
