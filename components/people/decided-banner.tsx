import { NotificationBanner } from "@/components/ui";

/** After a decision: what was decided, where the address of the list says so. */
export const DecidedBanner = ({ decided }: { decided: string | string[] | undefined }) =>
  decided === "together" ? (
    <NotificationBanner success heading="Your decisions are saved. We have sent one email that lists them." />
  ) : decided === "approved" || decided === "rejected" ? (
    <NotificationBanner success heading={`The request was ${decided}. We have emailed them.`} />
  ) : null;
