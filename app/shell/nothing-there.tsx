import { Page } from "@/components/ui";
import { service } from "./service";

/** There is no such page, or nothing there that this person may see: the two look the same. */
export default function NothingThere() {
  const { support } = service();
  return (
    <Page heading="Page not found">
      <p>
        If you typed the address, check that it is right. If you pasted it, check that you copied the whole address.
      </p>
      <p>
        If you followed a link, the page may have moved, or you may not have access to what it shows. You can{" "}
        <a href="/home">go to your home page</a>.
      </p>
      <p>
        If you need help, email <a href={`mailto:${support.email}`}>{support.email}</a> or call {support.phone},{" "}
        {support.hours}.
      </p>
    </Page>
  );
}
