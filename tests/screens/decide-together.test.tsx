import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { DecideTogether } from "@/app/(dashboard)/accounts/requests/[request]/decide-together";
import { FormOwner } from "@/components/ui";
import { ownerField, type FormAnswer } from "@/lib/outcome";
import { press, show } from "@/tests/support/show";

const wanted = [
  { id: 4, place: "Rosewood", level: "approver", mayBeApprover: true },
  { id: 9, place: "Hawthorn House", level: "standard", mayBeApprover: false },
] as const;

test("each location is decided separately and sent in order with its request, and choices stay beside what is missing", async () => {
  const sent: FormData[] = [];
  const action = (_: FormAnswer, form: FormData): Promise<FormAnswer> => {
    sent.push(form);
    const typed = { request: ["4", "9"], decision: form.getAll("decision").map(String), reason: "" };
    return Promise.resolve({
      problems: [{ field: "decision-9", message: "Choose whether to approve or reject" }],
      typed,
    });
  };
  await show(
    <FormOwner owner="amina">
      <DecideTogether action={action} name="Nadia Newcomer" wanted={[...wanted]} />
    </FormOwner>,
  );
  await userEvent.selectOptions(screen.getByLabelText("Rosewood"), "Approve as Approver");
  await press("Confirm decisions");
  expect(sent[0]?.getAll("request")).toEqual(["4", "9"]);
  expect(sent[0]?.getAll("decision")).toEqual(["approver", ""]);
  expect(sent[0]?.get(ownerField)).toBe("amina");
  expect(screen.getByRole("link", { name: "Choose whether to approve or reject" })).toHaveAttribute(
    "href",
    "#field-decision-9",
  );
  expect(screen.getByLabelText("Rosewood")).toHaveValue("approver");
  expect(screen.getByLabelText("Hawthorn House")).toHaveAccessibleDescription(/Choose whether to approve or reject/);
  expect(screen.getByLabelText("Hawthorn House")).not.toContainHTML("Approve as Approver");
});
