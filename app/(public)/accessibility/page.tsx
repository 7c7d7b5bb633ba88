import { Page } from "@/components/ui";
import { service } from "@/app/shell/service";

/** What works, what does not, and whom to tell. */
export default function AccessibilityPage() {
  const { name, support } = service();
  return (
    <Page heading="Accessibility statement">
      <p>We want as many people as possible to be able to use {name}. You should be able to:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>zoom in up to 400% without text running off the screen</li>
        <li>do everything with a keyboard alone</li>
        <li>do everything with a screen reader</li>
        <li>use it on a phone 320 pixels wide</li>
        <li>file a return and register with JavaScript turned off</li>
      </ul>
      <h2 className="nhsuk-heading-m">How accessible it is</h2>
      <p>
        The service is built to meet the Web Content Accessibility Guidelines, version 2.2, at level AA. Each page is
        checked by a program and by keyboard whenever the service changes.
      </p>
      <h2 className="nhsuk-heading-m">What to do if something does not work for you</h2>
      <p>
        Email <a href={`mailto:${support.email}`}>{support.email}</a> or call {support.phone} ({support.hours}). Tell us
        which page it was and what you were trying to do. If you need information in another format, we will provide it.
      </p>
      <p>
        If you are not happy with our answer, contact the{" "}
        <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>.
      </p>
    </Page>
  );
}
