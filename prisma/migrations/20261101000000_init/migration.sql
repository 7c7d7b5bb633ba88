-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "account_kind" AS ENUM ('care_home', 'nhs_acute', 'community', 'substance_misuse', 'hospice', 'home_care', 'sub_icb', 'local_authority', 'lrf', 'nhs_region', 'gp', 'other', 'search_only', 'aggregate_only', 'parent', 'national', 'support');

-- CreateEnum
CREATE TYPE "access_level" AS ENUM ('standard', 'approver');

-- CreateEnum
CREATE TYPE "decision" AS ENUM ('approved', 'rejected');

-- CreateEnum
CREATE TYPE "session_purpose" AS ENUM ('choose_password', 'disclaimer', 'second_factor', 'file_one_return', 'full');

-- CreateEnum
CREATE TYPE "location_type" AS ENUM ('care_home', 'home_care', 'nhs_acute', 'community', 'substance_misuse', 'hospice', 'gp');

-- CreateEnum
CREATE TYPE "register" AS ENUM ('cqc', 'ods', 'demo');

-- CreateEnum
CREATE TYPE "area_kind" AS ENUM ('country', 'nhs_region', 'ons_region', 'icb', 'sub_icb', 'local_authority', 'lrf');

-- CreateEnum
CREATE TYPE "collection" AS ENUM ('care_home', 'home_care', 'business_continuity', 'home_care_daily', 'hospice', 'substance_misuse', 'community');

-- CreateEnum
CREATE TYPE "return_source" AS ENUM ('form', 'unchanged', 'reminder', 'nil', 'workbook', 'api', 'demo');

-- CreateEnum
CREATE TYPE "nil_reason" AS ENUM ('not_started', 'stopped', 'no_people', 'no_staff', 'waiting_for_cqc', 'closing', 'changing_hands');

-- CreateTable
CREATE TABLE "account" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "telephone" TEXT NOT NULL,
    "job_title" TEXT NOT NULL,
    "kind" "account_kind" NOT NULL,
    "generic" BOOLEAN NOT NULL DEFAULT false,
    "finds_capacity" BOOLEAN NOT NULL DEFAULT false,
    "communications" BOOLEAN NOT NULL DEFAULT false,
    "terms_version" TEXT,
    "terms_agreed_at" TIMESTAMPTZ(3),
    "password_hash" TEXT,
    "password_set_at" TIMESTAMPTZ(3),
    "credentials_nonce" TEXT,
    "credentials_issued_at" TIMESTAMPTZ(3),
    "totp_secret" TEXT,
    "totp_last_step" INTEGER,
    "totp_confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_signed_in_at" TIMESTAMPTZ(3),
    "deactivated_at" TIMESTAMPTZ(3),
    "deactivated_by_id" INTEGER,
    "deactivated_reason" TEXT,
    "merged_into_id" INTEGER,
    "pseudonymised_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "location_id" INTEGER,
    "provider_id" INTEGER,
    "area_id" INTEGER,
    "level" "access_level" NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "granted_by_id" INTEGER,
    "request_id" INTEGER,
    "ends_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" INTEGER,
    "ended_reason" TEXT,

    CONSTRAINT "access_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration_draft" (
    "id" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "unlocked" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registration_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration" (
    "id" SERIAL NOT NULL,
    "reference" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "telephone" TEXT NOT NULL,
    "job_title" TEXT NOT NULL,
    "kind" "account_kind" NOT NULL,
    "finds_capacity" BOOLEAN NOT NULL DEFAULT false,
    "organisation" TEXT,
    "address" TEXT,
    "postcode" TEXT,
    "why" TEXT,
    "communications" BOOLEAN NOT NULL,
    "terms_version" TEXT NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,
    "account_id" INTEGER,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_request" (
    "id" SERIAL NOT NULL,
    "registration_id" INTEGER,
    "account_id" INTEGER,
    "location_id" INTEGER,
    "provider_id" INTEGER,
    "area_id" INTEGER,
    "level" "access_level" NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" INTEGER,
    "decision" "decision",
    "level_granted" "access_level",
    "reason" TEXT,
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id_hash" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "purpose" "session_purpose" NOT NULL,
    "remembered" BOOLEAN NOT NULL DEFAULT false,
    "on_behalf_of" TEXT,
    "return_link_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "password_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "idle_until" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT,
    "address" TEXT,
    "browser" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "old_password" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "old_password_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reset_link" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "nonce" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "reset_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_change" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "email" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_lane" (
    "key" TEXT NOT NULL,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_lane_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "sign_in_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "email_key" TEXT NOT NULL,
    "account_id" INTEGER,
    "result" TEXT NOT NULL,
    "address" TEXT,
    "browser" TEXT,

    CONSTRAINT "sign_in_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "spent_challenge" (
    "signature" TEXT NOT NULL,
    "spent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_challenge_pkey" PRIMARY KEY ("signature")
);

-- CreateTable
CREATE TABLE "care_home_answers" (
    "return_id" INTEGER NOT NULL,
    "nurses_employed" INTEGER,
    "care_workers_employed" INTEGER,
    "non_care_workers_employed" INTEGER,
    "agency_nurses" INTEGER,
    "agency_care_workers" INTEGER,
    "agency_non_care_workers" INTEGER,
    "nurses_absent_covid" INTEGER,
    "care_workers_absent_covid" INTEGER,
    "non_care_workers_absent_covid" INTEGER,
    "nurses_absent_general" INTEGER,
    "care_workers_absent_general" INTEGER,
    "non_care_workers_absent_general" INTEGER,
    "flu_residents" INTEGER,
    "flu_staff" INTEGER,
    "flu_agency_staff" INTEGER,
    "covid_seasonal_residents" INTEGER,
    "covid_seasonal_staff" INTEGER,
    "covid_seasonal_agency" INTEGER,
    "covid_residents_total" INTEGER,
    "covid_dose_1_residents" INTEGER,
    "covid_dose_1_staff" INTEGER,
    "covid_dose_2_residents" INTEGER,
    "covid_dose_2_staff" INTEGER,
    "covid_full_course_residents" INTEGER,
    "covid_full_course_staff" INTEGER,
    "covid_full_course_agency" INTEGER,
    "covid_booster_residents" INTEGER,
    "covid_booster_staff" INTEGER,
    "covid_booster_agency" INTEGER,
    "hours_paid" DECIMAL(9,2),
    "hours_overtime" DECIMAL(9,2),
    "hours_agency" DECIMAL(9,2),
    "hours_absence" DECIMAL(9,2),
    "days_absence" DECIMAL(9,2),
    "visitors_accommodated" BOOLEAN,
    "beds_unavailable_reason" TEXT,

    CONSTRAINT "care_home_answers_pkey" PRIMARY KEY ("return_id")
);

-- CreateTable
CREATE TABLE "home_care_answers" (
    "return_id" INTEGER NOT NULL,
    "service_users" INTEGER,
    "users_nhs_la" INTEGER,
    "users_self_funded" INTEGER,
    "care_staff_employed" INTEGER,
    "care_staff_absent_covid" INTEGER,
    "extra_hours_per_week" INTEGER,
    "flu_staff" INTEGER,
    "covid_seasonal_staff" INTEGER,
    "covid_confirmed_users" INTEGER,
    "covid_suspected_users" INTEGER,
    "covid_dose_1_staff" INTEGER,
    "covid_dose_2_staff" INTEGER,
    "covid_full_course_staff" INTEGER,
    "covid_booster_staff" INTEGER,
    "hours_paid" DECIMAL(9,2),
    "hours_overtime" DECIMAL(9,2),
    "hours_agency" DECIMAL(9,2),
    "hours_absence" DECIMAL(9,2),
    "days_absence" DECIMAL(9,2),
    "returned_poc_percent" DECIMAL(5,2),
    "can_provide_more_hours" BOOLEAN,
    "ppe_problems" BOOLEAN,
    "ppe_masks" TEXT,
    "ppe_gloves" TEXT,
    "ppe_aprons" TEXT,
    "ppe_eyes" TEXT,
    "ppe_sanitiser" TEXT,
    "covid_notes" TEXT,

    CONSTRAINT "home_care_answers_pkey" PRIMARY KEY ("return_id")
);

-- CreateTable
CREATE TABLE "continuity_answers" (
    "return_id" INTEGER NOT NULL,
    "overall_status" TEXT,
    "workforce_status" TEXT,
    "ppe_masks" TEXT,
    "ppe_gloves" TEXT,
    "ppe_aprons" TEXT,
    "ppe_eyes" TEXT,
    "ppe_sanitiser" TEXT,
    "continuity_notes" TEXT,

    CONSTRAINT "continuity_answers_pkey" PRIMARY KEY ("return_id")
);

-- CreateTable
CREATE TABLE "home_care_daily_answers" (
    "return_id" INTEGER NOT NULL,
    "service_users" INTEGER,
    "covid_confirmed_users" INTEGER,
    "covid_suspected_users" INTEGER,
    "care_staff_employed" INTEGER,
    "care_staff_absent_covid" INTEGER,
    "extra_hours_per_week" INTEGER,
    "can_provide_more_hours" BOOLEAN,
    "ppe_stock" TEXT,
    "covid_notes" TEXT,

    CONSTRAINT "home_care_daily_answers_pkey" PRIMARY KEY ("return_id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "account_id" INTEGER,
    "on_behalf_of" TEXT,
    "reason" TEXT,
    "table" TEXT NOT NULL,
    "row_id" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disclosure" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "account_id" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "criteria" JSONB NOT NULL,
    "reason" TEXT,
    "rows" INTEGER,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" BIGSERIAL NOT NULL,
    "job" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "error" TEXT,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email" (
    "id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "props" JSONB NOT NULL,
    "account_id" INTEGER,
    "unique_key" TEXT,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "bounced_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "transport" TEXT,

    CONSTRAINT "email_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider" (
    "id" SERIAL NOT NULL,
    "register" "register" NOT NULL,
    "register_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "brand_id" TEXT,
    "brand_name" TEXT,
    "ownership" TEXT,
    "ods_code" TEXT,
    "address_lines" TEXT[],
    "postcode" TEXT,
    "telephone" TEXT,
    "website" TEXT,
    "registered_on" DATE,
    "deregistered_on" DATE,

    CONSTRAINT "provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "location" (
    "id" SERIAL NOT NULL,
    "register" "register" NOT NULL,
    "register_id" TEXT NOT NULL,
    "provider_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "types" "location_type"[],
    "address_lines" TEXT[],
    "town" TEXT,
    "county" TEXT,
    "postcode" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "local_authority_id" INTEGER,
    "sub_icb_id" INTEGER,
    "placed_by" TEXT,
    "ods_code" TEXT,
    "uprn" TEXT,
    "telephone" TEXT,
    "website" TEXT,
    "care_home" BOOLEAN NOT NULL DEFAULT false,
    "beds" INTEGER NOT NULL DEFAULT 0,
    "services" TEXT[],
    "specialisms" TEXT[],
    "activities" TEXT[],
    "user_bands" TEXT[],
    "sector" TEXT,
    "inspection_category" TEXT,
    "overall_rating" TEXT,
    "rated_on" DATE,
    "rating_inherited" BOOLEAN,
    "report_uri" TEXT,
    "registered_on" DATE,
    "deregistered_on" DATE,
    "dormant" BOOLEAN NOT NULL DEFAULT false,
    "dormant_from" DATE,
    "dual_primary_id" TEXT,
    "dual_provider_id" INTEGER,
    "predecessors" TEXT[],
    "successors" TEXT[],

    CONSTRAINT "location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating" (
    "id" SERIAL NOT NULL,
    "location_id" INTEGER NOT NULL,
    "domain" TEXT NOT NULL,
    "rating" TEXT NOT NULL,
    "reported_on" DATE,
    "current" BOOLEAN NOT NULL,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" SERIAL NOT NULL,
    "location_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT,
    "organisation" TEXT,
    "telephone" TEXT,
    "email" TEXT,
    "public" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" SERIAL NOT NULL,
    "register" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "actor" TEXT NOT NULL,
    "dry_run" BOOLEAN NOT NULL DEFAULT false,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "closed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "notices" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area" (
    "id" SERIAL NOT NULL,
    "kind" "area_kind" NOT NULL,
    "ons_code" TEXT NOT NULL,
    "ods_code" TEXT,
    "former_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "name" TEXT NOT NULL,
    "place_name" TEXT,
    "other_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "valid_from" DATE,
    "valid_to" DATE,
    "nhs_region_id" INTEGER,
    "ons_region_id" INTEGER,
    "icb_id" INTEGER,
    "sub_icb_id" INTEGER,
    "lrf_id" INTEGER,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area_successor" (
    "before_id" INTEGER NOT NULL,
    "after_id" INTEGER NOT NULL,

    CONSTRAINT "area_successor_pkey" PRIMARY KEY ("before_id","after_id")
);

-- CreateTable
CREATE TABLE "outcode" (
    "outcode" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "local_authority_id" INTEGER NOT NULL,

    CONSTRAINT "outcode_pkey" PRIMARY KEY ("outcode")
);

-- CreateTable
CREATE TABLE "postcode" (
    "postcode" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "local_authority_id" INTEGER,
    "sub_icb_id" INTEGER,

    CONSTRAINT "postcode_pkey" PRIMARY KEY ("postcode")
);

-- CreateTable
CREATE TABLE "bed_type" (
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "types" "location_type"[],
    "position" INTEGER NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "bed_type_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "return" (
    "id" SERIAL NOT NULL,
    "reference" TEXT NOT NULL,
    "check_code" TEXT NOT NULL,
    "location_id" INTEGER NOT NULL,
    "collection" "collection" NOT NULL,
    "month" DATE NOT NULL,
    "late" BOOLEAN NOT NULL,
    "source" "return_source" NOT NULL,
    "nil_reason" "nil_reason",
    "nil_note" TEXT,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_id" INTEGER NOT NULL,
    "on_behalf_of" TEXT,
    "superseded_at" TIMESTAMPTZ(3),
    "idempotency_key" TEXT NOT NULL,
    "bed_update_id" INTEGER,

    CONSTRAINT "return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accepted_warning" (
    "return_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "accepted_warning_pkey" PRIMARY KEY ("return_id","code")
);

-- CreateTable
CREATE TABLE "bed_update" (
    "id" SERIAL NOT NULL,
    "location_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER NOT NULL,
    "on_behalf_of" TEXT,
    "source" "return_source" NOT NULL,
    "open_to_admissions" BOOLEAN,
    "idempotency_key" TEXT NOT NULL,

    CONSTRAINT "bed_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bed_count" (
    "bed_update_id" INTEGER NOT NULL,
    "bed_type_key" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "occupied" INTEGER NOT NULL,
    "reserved" INTEGER NOT NULL,
    "accepting" INTEGER NOT NULL,
    "open" BOOLEAN,

    CONSTRAINT "bed_count_pkey" PRIMARY KEY ("bed_update_id","bed_type_key")
);

-- CreateTable
CREATE TABLE "return_draft" (
    "id" SERIAL NOT NULL,
    "location_id" INTEGER NOT NULL,
    "collection" "collection" NOT NULL,
    "month" DATE NOT NULL,
    "typed" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by_id" INTEGER NOT NULL,

    CONSTRAINT "return_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "window_extension" (
    "id" SERIAL NOT NULL,
    "month" DATE NOT NULL,
    "location_id" INTEGER,
    "last_day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" INTEGER NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "window_extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "season" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "season_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_holiday" (
    "date" DATE NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "bank_holiday_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "return_link" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "location_id" INTEGER NOT NULL,
    "collection" "collection" NOT NULL,
    "month" DATE NOT NULL,
    "nonce" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "return_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "account_full_name_idx" ON "account"("full_name");

-- CreateIndex
CREATE UNIQUE INDEX "access_request_id_key" ON "access"("request_id");

-- CreateIndex
CREATE INDEX "access_account_id_idx" ON "access"("account_id");

-- CreateIndex
CREATE INDEX "access_location_id_idx" ON "access"("location_id");

-- CreateIndex
CREATE INDEX "access_area_id_idx" ON "access"("area_id");

-- CreateIndex
CREATE INDEX "access_provider_id_idx" ON "access"("provider_id");

-- CreateIndex
CREATE INDEX "registration_draft_expires_at_idx" ON "registration_draft"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "registration_reference_key" ON "registration"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "registration_account_id_key" ON "registration"("account_id");

-- CreateIndex
CREATE INDEX "registration_email_idx" ON "registration"("email");

-- CreateIndex
CREATE INDEX "access_request_location_id_idx" ON "access_request"("location_id");

-- CreateIndex
CREATE INDEX "access_request_area_id_idx" ON "access_request"("area_id");

-- CreateIndex
CREATE INDEX "access_request_registration_id_idx" ON "access_request"("registration_id");

-- CreateIndex
CREATE INDEX "access_request_account_id_idx" ON "access_request"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_handle_key" ON "session"("handle");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "old_password_account_id_idx" ON "old_password"("account_id");

-- CreateIndex
CREATE INDEX "recovery_code_account_id_idx" ON "recovery_code"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "reset_link_hash_key" ON "reset_link"("hash");

-- CreateIndex
CREATE INDEX "reset_link_account_id_idx" ON "reset_link"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "email_change_hash_key" ON "email_change"("hash");

-- CreateIndex
CREATE INDEX "email_change_account_id_idx" ON "email_change"("account_id");

-- CreateIndex
CREATE INDEX "sign_in_event_account_id_at_idx" ON "sign_in_event"("account_id", "at");

-- CreateIndex
CREATE INDEX "sign_in_event_at_idx" ON "sign_in_event"("at");

-- CreateIndex
CREATE INDEX "spent_challenge_expires_at_idx" ON "spent_challenge"("expires_at");

-- CreateIndex
CREATE INDEX "audit_table_row_id_idx" ON "audit"("table", "row_id");

-- CreateIndex
CREATE INDEX "audit_account_id_at_idx" ON "audit"("account_id", "at");

-- CreateIndex
CREATE INDEX "audit_at_idx" ON "audit"("at");

-- CreateIndex
CREATE INDEX "disclosure_account_id_at_idx" ON "disclosure"("account_id", "at");

-- CreateIndex
CREATE INDEX "job_run_job_started_at_idx" ON "job_run"("job", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "email_unique_key_key" ON "email"("unique_key");

-- CreateIndex
CREATE INDEX "email_account_id_idx" ON "email"("account_id");

-- CreateIndex
CREATE INDEX "email_queued_at_idx" ON "email"("queued_at");

-- CreateIndex
CREATE INDEX "provider_name_idx" ON "provider"("name");

-- CreateIndex
CREATE UNIQUE INDEX "provider_register_register_id_key" ON "provider"("register", "register_id");

-- CreateIndex
CREATE INDEX "location_postcode_idx" ON "location"("postcode");

-- CreateIndex
CREATE INDEX "location_provider_id_idx" ON "location"("provider_id");

-- CreateIndex
CREATE INDEX "location_local_authority_id_idx" ON "location"("local_authority_id");

-- CreateIndex
CREATE INDEX "location_sub_icb_id_idx" ON "location"("sub_icb_id");

-- CreateIndex
CREATE UNIQUE INDEX "location_register_register_id_key" ON "location"("register", "register_id");

-- CreateIndex
CREATE UNIQUE INDEX "rating_location_id_domain_reported_on_current_key" ON "rating"("location_id", "domain", "reported_on", "current");

-- CreateIndex
CREATE INDEX "contact_location_id_idx" ON "contact"("location_id");

-- CreateIndex
CREATE INDEX "import_run_started_at_idx" ON "import_run"("started_at");

-- CreateIndex
CREATE UNIQUE INDEX "area_ons_code_key" ON "area"("ons_code");

-- CreateIndex
CREATE INDEX "area_kind_name_idx" ON "area"("kind", "name");

-- CreateIndex
CREATE UNIQUE INDEX "return_reference_key" ON "return"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "return_idempotency_key_key" ON "return"("idempotency_key");

-- CreateIndex
CREATE INDEX "return_location_id_collection_month_idx" ON "return"("location_id", "collection", "month");

-- CreateIndex
CREATE INDEX "return_month_collection_idx" ON "return"("month", "collection");

-- CreateIndex
CREATE UNIQUE INDEX "bed_update_idempotency_key_key" ON "bed_update"("idempotency_key");

-- CreateIndex
CREATE INDEX "bed_update_location_id_id_idx" ON "bed_update"("location_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "return_draft_location_id_collection_month_key" ON "return_draft"("location_id", "collection", "month");

-- CreateIndex
CREATE INDEX "window_extension_month_idx" ON "window_extension"("month");

-- CreateIndex
CREATE INDEX "season_key_from_idx" ON "season"("key", "from");

-- CreateIndex
CREATE UNIQUE INDEX "return_link_hash_key" ON "return_link"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "return_link_account_id_location_id_collection_month_key" ON "return_link"("account_id", "location_id", "collection", "month");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_deactivated_by_id_fkey" FOREIGN KEY ("deactivated_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access" ADD CONSTRAINT "access_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access" ADD CONSTRAINT "access_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access" ADD CONSTRAINT "access_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access" ADD CONSTRAINT "access_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access" ADD CONSTRAINT "access_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access" ADD CONSTRAINT "access_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access" ADD CONSTRAINT "access_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "access_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_return_link_id_fkey" FOREIGN KEY ("return_link_id") REFERENCES "return_link"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "old_password" ADD CONSTRAINT "old_password_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reset_link" ADD CONSTRAINT "reset_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email_change" ADD CONSTRAINT "email_change_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_home_answers" ADD CONSTRAINT "care_home_answers_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_care_answers" ADD CONSTRAINT "home_care_answers_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "continuity_answers" ADD CONSTRAINT "continuity_answers_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_care_daily_answers" ADD CONSTRAINT "home_care_daily_answers_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "location" ADD CONSTRAINT "location_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "location" ADD CONSTRAINT "location_dual_provider_id_fkey" FOREIGN KEY ("dual_provider_id") REFERENCES "provider"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "location" ADD CONSTRAINT "location_local_authority_id_fkey" FOREIGN KEY ("local_authority_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "location" ADD CONSTRAINT "location_sub_icb_id_fkey" FOREIGN KEY ("sub_icb_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_nhs_region_id_fkey" FOREIGN KEY ("nhs_region_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_ons_region_id_fkey" FOREIGN KEY ("ons_region_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_icb_id_fkey" FOREIGN KEY ("icb_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_sub_icb_id_fkey" FOREIGN KEY ("sub_icb_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_lrf_id_fkey" FOREIGN KEY ("lrf_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_successor" ADD CONSTRAINT "area_successor_before_id_fkey" FOREIGN KEY ("before_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_successor" ADD CONSTRAINT "area_successor_after_id_fkey" FOREIGN KEY ("after_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcode" ADD CONSTRAINT "outcode_local_authority_id_fkey" FOREIGN KEY ("local_authority_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return" ADD CONSTRAINT "return_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return" ADD CONSTRAINT "return_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return" ADD CONSTRAINT "return_bed_update_id_fkey" FOREIGN KEY ("bed_update_id") REFERENCES "bed_update"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accepted_warning" ADD CONSTRAINT "accepted_warning_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bed_update" ADD CONSTRAINT "bed_update_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bed_update" ADD CONSTRAINT "bed_update_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bed_count" ADD CONSTRAINT "bed_count_bed_update_id_fkey" FOREIGN KEY ("bed_update_id") REFERENCES "bed_update"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bed_count" ADD CONSTRAINT "bed_count_bed_type_key_fkey" FOREIGN KEY ("bed_type_key") REFERENCES "bed_type"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_draft" ADD CONSTRAINT "return_draft_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_draft" ADD CONSTRAINT "return_draft_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_link" ADD CONSTRAINT "return_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_link" ADD CONSTRAINT "return_link_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
