import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui";
import { service } from "@/app/shell/service";
import { collectionKeys, collections, isMandated } from "@/lib/questions/collections";

/** The returns and updates whose questions are explained. */
export default function QuestionsPage() {
  const { email } = service().questionGuidance;
  return (
    <Page
      heading="What the questions mean"
      summary="Every question as the forms ask it, and what to count."
      back={{ href: "/help", label: "All help" }}
    >
      <ul className="nhsuk-list">
        {collectionKeys.map((key) => (
          <li key={key}>
            <Link href={`/help/questions/${key}`}>{collections[key].label}</Link>
            {isMandated(key) && ", required by law each month"}
          </li>
        ))}
      </ul>
      <p>
        Still not sure what to count? Email <a href={`mailto:${email}`}>{email}</a>.
      </p>
    </Page>
  );
}
