-- AlterTable
ALTER TABLE "api_key" ADD COLUMN     "whole" BOOLEAN NOT NULL DEFAULT false;

-- A key without locations is for all that its holder approves for in whole organisations, or else reads what they oversee.
alter table api_key drop constraint api_key_states_somewhere;
alter table api_key add constraint api_key_states_somewhere check (
  case when whole then cardinality(location_ids) = 0 else cardinality(location_ids) > 0 or scopes = array['read'] end);
