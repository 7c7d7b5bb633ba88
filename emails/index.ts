import type { TemplateName } from "@/lib/outbox/templates";
import type { Template } from "./parts/message";
import AccessEnded from "./access-ended";
import AccessGranted from "./access-granted";
import AccessRefused from "./access-refused";
import AccessRequested from "./access-requested";
import AccountDeactivated from "./account-deactivated";
import AccountLocked from "./account-locked";
import AccountMade from "./account-made";
import AlreadyRegistered from "./already-registered";
import BedPlaced from "./bed-placed";
import BedsDoubted from "./beds-doubted";
import ClosingAnswered from "./closing-answered";
import ClosingWanted from "./closing-wanted";
import FindingAnswered from "./finding-answered";
import CredentialsSentAgain from "./credentials-sent-again";
import EmailChangeConfirm from "./email-change-confirm";
import EmailChangeNotice from "./email-change-notice";
import LastDaySet from "./last-day-set";
import LocationClosed from "./location-closed";
import NewVacancies from "./new-vacancies";
import NewsPublished from "./news-published";
import PasswordChanged from "./password-changed";
import PasswordExpiring from "./password-expiring";
import PasswordReset from "./password-reset";
import Receipt from "./receipt";
import RefusedOften from "./refused-often";
import RegistrationApproved from "./registration-approved";
import RegistrationCode from "./registration-code";
import RegistrationReceived from "./registration-received";
import RegistrationRejected from "./registration-rejected";
import ReportReady from "./report-ready";
import RegistrationWaiting from "./registration-waiting";
import RegistrationsOverdue from "./registrations-overdue";
import ReturnReminder from "./return-reminder";
import SecondFactorReset from "./second-factor-reset";
import Shortlist from "./shortlist";
import SupportProposed from "./support-proposed";
import SurveyReminder from "./survey-reminder";
import WebhookPaused from "./webhook-paused";
import WorkbookFiled from "./workbook-filed";
import WorkbookReady from "./workbook-ready";
import WindowMissed from "./window-missed";
import WindowOpens from "./window-opens";

/** How each message looks, by its name. */
export const emailTemplates: { [T in TemplateName]: Template<T> } = {
  "access-ended": AccessEnded,
  "access-granted": AccessGranted,
  "access-refused": AccessRefused,
  "access-requested": AccessRequested,
  "account-deactivated": AccountDeactivated,
  "account-locked": AccountLocked,
  "account-made": AccountMade,
  "already-registered": AlreadyRegistered,
  "bed-placed": BedPlaced,
  "beds-doubted": BedsDoubted,
  "closing-answered": ClosingAnswered,
  "closing-wanted": ClosingWanted,
  "finding-answered": FindingAnswered,
  "credentials-sent-again": CredentialsSentAgain,
  "email-change-confirm": EmailChangeConfirm,
  "email-change-notice": EmailChangeNotice,
  "last-day-set": LastDaySet,
  "location-closed": LocationClosed,
  "new-vacancies": NewVacancies,
  "news-published": NewsPublished,
  "password-changed": PasswordChanged,
  "password-expiring": PasswordExpiring,
  "password-reset": PasswordReset,
  receipt: Receipt,
  "refused-often": RefusedOften,
  "registration-approved": RegistrationApproved,
  "registration-code": RegistrationCode,
  "registration-received": RegistrationReceived,
  "registration-rejected": RegistrationRejected,
  "registration-waiting": RegistrationWaiting,
  "report-ready": ReportReady,
  "registrations-overdue": RegistrationsOverdue,
  "return-reminder": ReturnReminder,
  "second-factor-reset": SecondFactorReset,
  shortlist: Shortlist,
  "support-proposed": SupportProposed,
  "survey-reminder": SurveyReminder,
  "webhook-paused": WebhookPaused,
  "workbook-filed": WorkbookFiled,
  "workbook-ready": WorkbookReady,
  "window-missed": WindowMissed,
  "window-opens": WindowOpens,
};
