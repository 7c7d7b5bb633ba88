-- AlterTable
ALTER TABLE "pamms_rating" ALTER COLUMN "by_id" DROP NOT NULL;

-- A rating was typed by someone, or came from a file.
alter table pamms_rating add constraint pamms_rating_origin check (num_nonnulls(by_id, file_name) = 1);
