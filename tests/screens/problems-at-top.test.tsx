import { screen, within } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { ActionForm, Page, ServiceProvider, SubmitButton, TextField, type ServiceSettings } from "@/components/ui";
import type { FormAction } from "@/components/ui/form-answer";
import type { Problem } from "@/lib/outcome";
import { press, show } from "@/tests/support/show";

const answering =
  (...problems: Problem[]): FormAction =>
  () =>
    Promise.resolve({ problems, typed: { name: "" } });

const twoForms = (
  <Page heading="My details" problems={[]}>
    <ActionForm action={answering({ field: "name", message: "Enter your name" })}>
      <TextField name="name" label="Name" />
      <SubmitButton>Save</SubmitButton>
    </ActionForm>
    <h2>Change your address</h2>
    <ActionForm
      order={["email", "code"]}
      action={answering(
        { field: "code", message: "Enter the code" },
        { field: "email", message: "Enter your email address" },
      )}
    >
      <TextField name="email" label="Email address" />
      <TextField name="code" label="Code" />
      <SubmitButton>Change address</SubmitButton>
    </ActionForm>
  </Page>
);

const messages = () =>
  within(screen.getByRole("alert"))
    .getAllByRole("link")
    .map((link) => link.textContent);

test("a form in the middle of a page says what is wrong above the page's heading, and the focus goes there", async () => {
  await show(twoForms);
  await press("Change address");
  const summary = screen.getByRole("alert");
  expect(summary).toHaveFocus();
  expect(screen.getByRole("main")).toContainElement(summary);
  const heading = screen.getByRole("heading", { level: 1 });
  expect(summary.compareDocumentPosition(heading)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(messages()).toEqual(["Enter your email address", "Enter the code"]);
});

test("a page has one error summary, of the form that was sent last", async () => {
  await show(twoForms);
  await press("Change address");
  await press("Save");
  expect(messages()).toEqual(["Enter your name"]);
  expect(screen.getByRole("alert")).toHaveFocus();
});

test("without JavaScript the summary of the form that was posted is above the heading, once", () => {
  const service = { name: "Capacity Tracker" } as ServiceSettings;
  const posted = [{ field: "email", message: "Enter your email address" }];
  const html = renderToString(
    <ServiceProvider service={service} posted={posted}>
      {twoForms}
    </ServiceProvider>,
  );
  expect(html.match(/error-summary-title"/g)?.length).toBe(2);
  expect(html.indexOf("There is a problem")).toBeGreaterThan(0);
  expect(html.indexOf("There is a problem")).toBeLessThan(html.indexOf("<h1"));
  expect(html).toContain('href="#field-email"');
  expect(html).toContain("<title>Error: My details – Capacity Tracker</title>");
});
