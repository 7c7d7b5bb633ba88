-- The audit page finds returns and bed updates by when they came and by who sent them.
-- CreateIndex
CREATE INDEX "return_submitted_at_idx" ON "return"("submitted_at");

-- CreateIndex
CREATE INDEX "return_submitted_by_id_submitted_at_idx" ON "return"("submitted_by_id", "submitted_at");

-- CreateIndex
CREATE INDEX "bed_update_at_idx" ON "bed_update"("at");

-- CreateIndex
CREATE INDEX "bed_update_by_id_at_idx" ON "bed_update"("by_id", "at");
