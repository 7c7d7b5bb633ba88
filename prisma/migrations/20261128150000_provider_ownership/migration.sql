-- The list of providers offers each type of ownership once: found by steps through this, without reading every provider.
CREATE INDEX "provider_ownership_idx" ON "provider"("ownership");
