-- AlterTable
ALTER TABLE "webhook" ADD COLUMN     "secret_changed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "webhook_earlier_secret" (
    "webhook_id" INTEGER NOT NULL,
    "nonce" TEXT NOT NULL,
    "signs_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_earlier_secret_pkey" PRIMARY KEY ("webhook_id","nonce")
);

-- AddForeignKey
ALTER TABLE "webhook_earlier_secret" ADD CONSTRAINT "webhook_earlier_secret_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

grant update (secret_changed_at) on webhook to capacity_app;
grant update (nonce) on webhook_secret to capacity_app;
grant select, insert, delete on webhook_earlier_secret to capacity_app;
