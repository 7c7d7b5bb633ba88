import { createInterface } from "node:readline/promises";
import { issueCredentials } from "@/lib/accounts/issue-credentials";
import { now } from "@/lib/clock";
import { db, disconnect, system, transact } from "@/lib/db";
import { startDemoClock } from "@/lib/demo-clock";
import { isAddress } from "@/lib/outbox/email-address";
import { queueEmail } from "@/lib/outbox/queue-email";
import { env } from "@/lib/env";

const usage = `Give an email address: npm run create-support -- name@organisation.example "Full Name"`;

/**
 * Creates the first member of the support team, who can give others access. Refuses if there already is one, unless the
 * person at the terminal confirms another.
 */
async function createSupport(args: string[]): Promise<string> {
  const another = args.includes("--another");
  const [typed = "", typedName] = args.filter((arg) => !arg.startsWith("--"));
  const email = typed.trim().toLowerCase();
  if (!isAddress(email)) throw new Error(usage);
  const there = await db.account.count({ where: { kind: "support", deactivatedAt: null } });
  if (there > 0 && !another)
    throw new Error(
      "The support team already has a member, who can add another under Admin. To add one here, use --another.",
    );
  if (there > 0 && !(await confirmed(email))) throw new Error("Nothing was changed.");
  if ((await db.account.count({ where: { email: { equals: email, mode: "insensitive" } } })) > 0)
    throw new Error(`${email} already has an account. A member of the support team needs a separate email address.`);
  await startDemoClock(now());
  const at = now();
  const fullName = typedName?.trim() || (email.split("@")[0] ?? email);
  await transact(system("create-support"), "made a support user from the command line", async (tx) => {
    const { id } = await tx.account.create({
      data: { email, fullName, telephone: env().SUPPORT_PHONE, jobTitle: "Support", kind: "support", createdAt: at },
    });
    const { until } = await issueCredentials(tx, id, at);
    const props = { accountId: id, name: fullName, email, until };
    await queueEmail(tx, { template: "credentials-sent-again", to: email, accountId: id, props }, at);
  });
  return env().MAIL_TRANSPORT === "kept"
    ? `Login details for ${email} will be at ${env().APP_ORIGIN}/dev/mail when the service is running: no email is sent from here.`
    : `Login details were emailed to ${email}. They work once, for ${env().CREDENTIALS_HOURS} hours.`;
}

async function confirmed(email: string): Promise<boolean> {
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asked.question(
    `Make ${email} a member of the support team, who can see and change everything? Type yes: `,
  );
  asked.close();
  return answer.trim().toLowerCase() === "yes";
}

createSupport(process.argv.slice(2))
  .then((said) => console.log(said))
  .catch((fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
  })
  .finally(disconnect);
