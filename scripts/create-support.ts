import { createInterface } from "node:readline/promises";
import { issueCredentials } from "@/lib/accounts/issue-credentials";
import { now } from "@/lib/clock";
import { db, disconnect, system, transact } from "@/lib/db";
import { startDemoClock } from "@/lib/demo-clock";
import { isAddress } from "@/lib/outbox/email-address";
import { queueEmail } from "@/lib/outbox/queue-email";
import { env } from "@/lib/env";

const usage = `Say whose address: npm run create-support -- name@organisation.example "Full Name"`;

/** Makes the first support user, who lets everyone else in. Refuses where there is one, unless another is confirmed. */
async function createSupport(args: string[]): Promise<string> {
  const another = args.includes("--another");
  const [typed = "", typedName] = args.filter((arg) => !arg.startsWith("--"));
  const email = typed.trim().toLowerCase();
  if (!isAddress(email)) throw new Error(usage);
  const there = await db.account.count({ where: { kind: "support", deactivatedAt: null } });
  if (there > 0 && !another)
    throw new Error("There is a support user, who can ask for another under Admin. To make one here, add --another.");
  if (there > 0 && !(await confirmed(email))) throw new Error("Nothing was done.");
  if ((await db.account.count({ where: { email: { equals: email, mode: "insensitive" } } })) > 0)
    throw new Error(`${email} has an account already. A support user needs an address of their own.`);
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
    ? `Login details for ${email} are kept at ${env().APP_ORIGIN}/dev/mail once the service runs: mail is not sent here.`
    : `Login details were mailed to ${email}. They work once, for ${env().CREDENTIALS_HOURS} hours.`;
}

async function confirmed(email: string): Promise<boolean> {
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asked.question(`Make ${email} a support user, who sees and changes everything? Type yes: `);
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
