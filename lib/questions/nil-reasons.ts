/**
 * Why a location sends a nil return: it has nothing to count. A nil return is an act of its own and never a row of
 * noughts.
 */
export const nilReasons = [
  { key: "not_started", label: "The service has not started yet" },
  { key: "stopped", label: "The service has stopped for now", hint: "It is still registered and may start again." },
  { key: "no_people", label: "No one is using the service" },
  { key: "no_staff", label: "The service has no staff" },
  {
    key: "waiting_for_cqc",
    label: "We are waiting for CQC to update our registration",
    hint: "Such as services, specialisms or the number of beds.",
  },
  { key: "closing", label: "The service is closing" },
  { key: "changing_hands", label: "The service is moving to another provider" },
] as const;

export type NilReason = (typeof nilReasons)[number]["key"];

export const isNilReason = (text: string): text is NilReason => nilReasons.some(({ key }) => key === text);

export const nilReasonInWords = (reason: NilReason): string =>
  nilReasons.find(({ key }) => key === reason)?.label ?? reason;
