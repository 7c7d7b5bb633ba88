import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import { ActionForm, HiddenField, NotificationBanner, Page, SubmitButton } from "@/components/ui";
import { findingSettings } from "@/lib/access/finding-settings";
import { placePage } from "@/lib/capacity/place-page";
import { isShortlisted } from "@/lib/capacity/shortlist";
import { serviceWords } from "@/lib/capacity/services";
import { enquiriesAbout } from "@/lib/capacity/enquiries";
import { now } from "@/lib/clock";
import { formatList } from "@/lib/format";
import { currentUser } from "@/lib/web/session";
import { shortlistPlace } from "@/app/(dashboard)/find/shortlist/actions";
import { CallForm } from "@/app/(dashboard)/find/call-form";
import { EnquiriesHere } from "@/app/(dashboard)/find/enquiries-here";
import { EnquiryForm } from "@/app/(dashboard)/find/enquiry-form";
import { PlaceDetails } from "@/app/(dashboard)/find/place-details";
import { backToFind } from "@/app/(dashboard)/find/back-to-find";

/** All that is public of one place, the telephone number first. */
export default async function PlaceFoundPage(props: {
  params: Promise<{ location: string }>;
  searchParams: Promise<{ from?: string | string[]; told?: string | string[]; asking?: string | string[] }>;
}) {
  const user = await currentUser();
  const { location } = await props.params;
  const time = now();
  const place = /^[1-9]\d{0,8}$/.test(location) ? await placePage(user, Number(location), time) : null;
  if (!place) notFound();
  const [listed, enquiries, { enquiries: mayEnquire }] = await Promise.all([
    isShortlisted(user, place.id),
    enquiriesAbout(user, [place.id], time),
    findingSettings(),
  ]);
  const { from, told, asking } = await props.searchParams;
  const said = bannerOf(told, asking);
  const back = backToFind(from);
  return (
    <Page
      heading={place.name}
      caption={formatList(place.services.map((service) => serviceWords[service].label))}
      back={{ href: back, label: back === "/find" ? "Find capacity" : "Back to results" }}
      banner={said && <NotificationBanner success heading={said} />}
    >
      <HowTo of="found-place" />
      <EnquiriesHere enquiries={enquiries} now={time} />
      <PlaceDetails place={place} now={time} />
      <ActionForm action={shortlistPlace} className="ct-no-print">
        <HiddenField name="location" value={place.id} />
        <HiddenField name="on" value={listed ? "no" : "yes"} />
        <HiddenField name="back" value="place" />
        <HiddenField name="from" value={back} />
        <SubmitButton look="secondary" pending="Saving…">
          {listed ? "Remove from the shortlist" : "Add to the shortlist"}
        </SubmitButton>
      </ActionForm>
      {mayEnquire && <EnquiryForm place={place} own={enquiries.find(({ isOwn }) => isOwn)} now={time} from={back} />}
      <CallForm place={place} from={back} />
    </Page>
  );
}

type Shown = string | string[] | undefined;

function bannerOf(told: Shown, asking: Shown): string | null {
  if (told !== undefined) return "Thank you. We have recorded the result of your call.";
  if (asking === "stopped") return "You are no longer asking about a bed here.";
  return asking === undefined ? null : "The home and other people who search can see that you are asking.";
}
