import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import {
  AcceptWarnings,
  ActionForm,
  CheckboxesField,
  DateField,
  FormDetails,
  NumberField,
  PasswordField,
  RadiosField,
  SelectField,
  SubmitButton,
  TextField,
} from "@/components/ui";
import type { FormAction } from "@/components/ui/form-answer";
import { PageTitle } from "@/components/ui/page-title";
import { oddAddressCode, proofField, type FormAnswer, type Problem } from "@/lib/outcome";
import { press, show } from "@/tests/support/show";

const answering =
  (...problems: Problem[]) =>
  (_: FormAnswer, form: FormData): Promise<FormAnswer> => {
    const typed: FormAnswer["typed"] = {};
    for (const name of new Set(form.keys())) {
      const values = form.getAll(name).map(String);
      typed[name] = values.length > 1 ? values : (values[0] ?? "");
    }
    return Promise.resolve({ problems, typed });
  };

test("a form without problems does not mention errors", async () => {
  await show(
    <ActionForm action={answering()}>
      <TextField name="email" label="Email address" />
      <SubmitButton>Sign in</SubmitButton>
    </ActionForm>,
  );
  await press("Sign in");
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

test("a folded form and folded fields open when they come back with something to put right, and not before", async () => {
  await show(
    <ActionForm
      foldedUnder="Ask to search"
      action={answering({ field: "offer.from", message: "The date must be in the future" })}
    >
      <FormDetails summary="More about beds" fields={["offer"]}>
        <TextField name="offer.from" label="Free from" />
      </FormDetails>
      <FormDetails summary="Other beds" fields={["offers"]}>
        <TextField name="offers" label="Others" />
      </FormDetails>
      <SubmitButton>Save</SubmitButton>
    </ActionForm>,
  );
  const open = () =>
    ["Ask to search", "More about beds", "Other beds"].map((summary) =>
      screen.getByText(summary).closest("details")?.hasAttribute("open"),
    );
  expect(open()).toEqual([false, false, false]);
  await press("Save");
  expect(open()).toEqual([true, true, false]);
  expect(within(screen.getByRole("alert")).getByRole("link")).toHaveTextContent("The date must be in the future");
});

test("an address that was asked about can be sent again as it is", async () => {
  const sent: unknown[] = [];
  const asking: FormAction = (_, form) => {
    sent.push(form.get("meant"));
    const typed = { email: form.getAll("email").map(String) };
    return Promise.resolve({ problems: [{ field: "email", code: oddAddressCode, message: "Did you mean…?" }], typed });
  };
  await show(
    <ActionForm action={asking}>
      <TextField name="email" label="Email address" value="jo@gmial.com" />
      <SubmitButton>Continue</SubmitButton>
    </ActionForm>,
  );
  await press("Continue");
  await press("Continue");
  expect(sent).toEqual([null, "jo@gmial.com"]);
});

test("the error summary takes the focus and its links lead to the fields in page order", async () => {
  await show(
    <ActionForm
      order={["email", "kind"]}
      action={answering(
        { field: "kind", message: "Select what you are registering" },
        { field: "email", message: "Enter your email address" },
      )}
    >
      <TextField name="email" label="Email address" />
      <RadiosField name="kind" label="What are you registering?" choices={[{ value: "home", label: "Care home" }]} />
      <SubmitButton>Continue</SubmitButton>
    </ActionForm>,
  );
  await press("Continue");
  const summary = screen.getByRole("alert");
  expect(summary).toHaveFocus();
  const links = within(summary).getAllByRole("link");
  expect(links.map((link) => link.textContent)).toEqual([
    "Enter your email address",
    "Select what you are registering",
  ]);
  await act(() => userEvent.click(links[0] as HTMLElement));
  expect(screen.getByLabelText("Email address")).toHaveFocus();
  await act(() => userEvent.click(links[1] as HTMLElement));
  expect(screen.getByLabelText("Care home")).toHaveFocus();
});

test("an error is shown beside its field and describes it to a screen reader", async () => {
  await show(
    <ActionForm action={answering({ field: "email", message: "Enter your email address" })}>
      <TextField name="email" label="Email address" hint="We will write to it" />
      <SubmitButton>Continue</SubmitButton>
    </ActionForm>,
  );
  await press("Continue");
  expect(screen.getByLabelText("Email address")).toHaveAccessibleDescription(
    "We will write to it Error: Enter your email address",
  );
  expect(screen.getByLabelText("Email address")).toBeInvalid();
});

test("everything typed is still there after a problem, except a password", async () => {
  await show(
    <ActionForm action={answering({ message: "Try again" })}>
      <TextField name="email" label="Email address" />
      <PasswordField name="password" label="Password" />
      <RadiosField name="kind" label="Kind" choices={[{ value: "home", label: "Care home" }]} />
      <CheckboxesField
        name="days"
        label="Days"
        values={["mon"]}
        choices={[
          { value: "mon", label: "Monday" },
          { value: "tue", label: "Tuesday" },
        ]}
      />
      <SelectField name="council" label="Council" choices={[{ value: "oldham", label: "Oldham" }]} />
      <DateField name="opened" label="Opened" />
      <SubmitButton>Continue</SubmitButton>
    </ActionForm>,
  );
  await act(async () => {
    await userEvent.type(screen.getByLabelText("Email address"), "amina@rosewood.example");
    await userEvent.type(screen.getByLabelText("Password"), "a secret of mine");
    await userEvent.click(screen.getByLabelText("Care home"));
    await userEvent.click(screen.getByLabelText("Monday"));
    await userEvent.click(screen.getByLabelText("Tuesday"));
    await userEvent.selectOptions(screen.getByLabelText("Council"), "oldham");
    await userEvent.type(screen.getByLabelText("Month"), "3");
  });
  await press("Continue");
  expect(screen.getByLabelText("Email address")).toHaveValue("amina@rosewood.example");
  expect(screen.getByLabelText("Password")).toHaveValue("");
  expect(screen.getByLabelText("Care home")).toBeChecked();
  expect(screen.getByLabelText("Monday")).not.toBeChecked();
  expect(screen.getByLabelText("Tuesday")).toBeChecked();
  expect(screen.getByLabelText("Council")).toHaveValue("oldham");
  expect(screen.getByLabelText("Month")).toHaveValue("3");
});

test("the title begins with Error while there is a problem", async () => {
  await show(
    <PageTitle title="Sign in">
      <ActionForm action={answering({ message: "Try again" })}>
        <SubmitButton>Sign in</SubmitButton>
      </ActionForm>
    </PageTitle>,
  );
  expect(document.title).toBe("Sign in");
  await press("Sign in");
  expect(document.title).toBe("Error: Sign in");
});

test("the first title in the document begins with Error, which is the one read without JavaScript", async () => {
  const { renderToString } = await import("react-dom/server");
  const { ProblemTitle } = await import("@/components/ui/page-title");
  const html = renderToString(
    <html lang="en-GB">
      <head />
      <body>
        <PageTitle title="Sign in">
          <ProblemTitle />
        </PageTitle>
      </body>
    </html>,
  );
  expect(html.match(/<title>(.*?)<\/title>/)?.[1]).toBe("Error: Sign in");
});

test("a second press while the first is under way sends nothing", async () => {
  let sent = 0;
  let finish: (answer: FormAnswer) => void = () => undefined;
  const slow = () => {
    sent += 1;
    return new Promise<FormAnswer>((resolve) => (finish = resolve));
  };
  await show(
    <ActionForm action={slow}>
      <SubmitButton pending="Submitting…">Submit return</SubmitButton>
    </ActionForm>,
  );
  await press("Submit return");
  await press("Submitting…");
  await act(() => Promise.resolve(finish({ problems: [], typed: {} })));
  expect(sent).toBe(1);
  expect(screen.getByRole("button", { name: "Submit return" })).not.toHaveAttribute("aria-disabled");
});

test("a warning asks first, and can be accepted with a tick and a reason", async () => {
  const warning = { field: "nurses", message: "9.2 staff per bed is unusual", warning: true as const, code: "per_bed" };
  await show(
    <ActionForm action={answering(warning)}>
      <NumberField name="nurses" label="Nurses" />
      <AcceptWarnings />
      <SubmitButton>Submit return</SubmitButton>
    </ActionForm>,
  );
  await press("Submit return");
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  expect(screen.getAllByText("9.2 staff per bed is unusual", { ignore: ".nhsuk-u-visually-hidden" })).toHaveLength(1);
  expect(screen.getByRole("group", { name: "Are these answers right?" })).toHaveFocus();
  expect(screen.getByRole("link", { name: /^Change the answer/ })).toHaveAttribute("href", "#field-nurses");
  const tick = screen.getByLabelText("I have checked this and it is right");
  expect(tick).toHaveAttribute("name", "accept.per_bed");
  expect(tick).toHaveAccessibleDescription("9.2 staff per bed is unusual");
  expect(screen.getByLabelText("Why it is right (optional)")).toHaveAttribute("name", "reason.per_bed");
  await act(() => userEvent.click(tick));
  await press("Submit return");
  expect(screen.getByLabelText("I have checked this and it is right")).toBeChecked();
});

test("the result is shown beside the button that was pressed, with a link to what is next, and does not head any answers", async () => {
  const newer = {
    message: "Ben Carter saved this return at 10am",
    warning: true as const,
    code: "draft.newer",
    tick: "Replace their figures with mine",
    link: { href: "/returns/1/care_home", label: "Open the form with their figures" },
  };
  await show(
    <ActionForm action={answering(newer)}>
      <NumberField name="nurses" label="Nurses" />
      <section aria-label="Staff">
        <AcceptWarnings press={{ name: "press", value: "staff" }} />
        <SubmitButton name="press" value="staff">
          Save staff
        </SubmitButton>
      </section>
      <section aria-label="All">
        <AcceptWarnings elsewhere={{ name: "press", values: ["staff"] }} />
        <SubmitButton name="press" value="check">
          Check
        </SubmitButton>
      </section>
    </ActionForm>,
  );
  const boxes = () => screen.getAllByRole("checkbox").map((box) => box.closest("section")?.getAttribute("aria-label"));
  await press("Save staff");
  expect(boxes()).toEqual(["Staff"]);
  expect(screen.getByRole("group", { name: "Is this what you want to do?" })).toHaveFocus();
  expect(screen.getByRole("link", { name: "Open the form with their figures" })).toBeInTheDocument();
  expect(screen.queryByText("Check these answers")).not.toBeInTheDocument();
  await press("Check");
  expect(boxes()).toEqual(["All"]);
});

test("what was ticked stays with its reason while something else is put right", async () => {
  const warning = { field: "nurses", message: "9.2 staff per bed is unusual", warning: true as const, code: "per_bed" };
  const late = { message: "The window closed", warning: true as const, code: "moved", tick: "Send it late" };
  const wrong = { field: "nurses", message: "Enter how many nurses" };
  let turn = 0;
  const action: FormAction = (_before, form) => {
    const typed = Object.fromEntries([...form].map(([name, text]) => [name, typeof text === "string" ? text : ""]));
    return Promise.resolve({ problems: (turn += 1) === 1 ? [warning, late, wrong] : [wrong], typed });
  };
  await show(
    <ActionForm action={action}>
      <NumberField name="nurses" label="Nurses" />
      <AcceptWarnings />
      <SubmitButton>Submit return</SubmitButton>
    </ActionForm>,
  );
  await press("Submit return");
  await act(() => userEvent.click(screen.getByLabelText("I have checked this and it is right")));
  await act(() => userEvent.type(screen.getByLabelText("Why it is right (optional)"), "A new wing"));
  await act(() => userEvent.click(screen.getByLabelText("Send it late")));
  await press("Submit return");
  expect(screen.getByLabelText("I have checked this and it is right")).toBeChecked();
  expect(screen.getByLabelText("Why it is right (optional)")).toHaveValue("A new wing");
  expect(screen.getByLabelText("Send it late")).toBeChecked();
});

test("a password can be shown and hidden", async () => {
  await show(<PasswordField name="password" label="Password" />);
  expect(screen.getByLabelText("Password")).toHaveAttribute("type", "password");
  await press("Show password");
  expect(screen.getByLabelText("Password")).toHaveAttribute("type", "text");
  await press("Hide password");
  expect(screen.getByLabelText("Password")).toHaveAttribute("type", "password");
});

test("a post that the server could not answer leaves everything typed, with a sentence", async () => {
  await show(
    <ActionForm action={() => Promise.reject(new Error("An unexpected response was received"))}>
      <TextField name="email" label="Email address" />
      <PasswordField name="password" label="Password" />
      <SubmitButton>Sign in</SubmitButton>
    </ActionForm>,
  );
  await act(() => userEvent.type(screen.getByLabelText("Email address"), "amina@cast.example"));
  await press("Sign in");
  expect(screen.getByRole("alert")).toHaveTextContent("we do not know if your form arrived");
  expect(screen.getByLabelText("Email address")).toHaveValue("amina@cast.example");
});

test("an action that wants the password again gets a field for it, and what was typed stays", async () => {
  const seen: (string | null)[] = [];
  const action = (_: FormAnswer, form: FormData): Promise<FormAnswer> => {
    const given = form.get(proofField);
    seen.push(typeof given === "string" ? given : null);
    const problems = given === null ? [{ field: proofField, message: "Enter your password" }] : [];
    return Promise.resolve({ problems, typed: { reason: form.get("reason") as string } });
  };
  await show(
    <ActionForm action={action}>
      <TextField name="reason" label="Why?" />
      <SubmitButton>Close account</SubmitButton>
    </ActionForm>,
  );
  await act(() => userEvent.type(screen.getByLabelText("Why?"), "She left."));
  await press("Close account");
  expect(screen.getByRole("alert")).toHaveFocus();
  expect(screen.getByLabelText("Why?")).toHaveValue("She left.");
  await act(() => userEvent.click(within(screen.getByRole("alert")).getByRole("link")));
  expect(screen.getByLabelText("Your password")).toHaveFocus();
  await act(() => userEvent.type(screen.getByLabelText("Your password"), "lantern gravel"));
  await press("Close account");
  expect(seen).toEqual([null, "lantern gravel"]);
  expect(screen.queryByLabelText("Your password")).not.toBeInTheDocument();
});
