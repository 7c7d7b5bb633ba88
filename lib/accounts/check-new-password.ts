import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { refused, done, type Outcome } from "@/lib/outcome";
import { isBreached } from "./breached-passwords";
import { isMailedSecret } from "./is-mailed-secret";
import { ownWords } from "./own-words";
import { verifyPassword } from "./password-hash";
import { guessable, lengthOf, longestPassword, passwordProblems, strongEnough, tooGuessable } from "./password-policy";
import { scorePassword } from "./score-password";

const used = "You have used this password before. Choose one that is not one of your last 4 passwords";
const stolen = "This password is on a list of stolen passwords. Choose a different one";
const mailed = "This password was sent by email, where others may find it. Choose your own";
const different = "The passwords do not match";

/** May this become someone's password? Every reason why not at once, in words; the two old ones are never shown. */
export async function checkNewPassword(accountId: number, password: string, again: string): Promise<Outcome<string>> {
  const at = (field: string) => (message: string) => ({ field, message });
  if (password === "") return refused(at("newPassword")("Enter a new password"));
  const own = await ownWords(accountId);
  const sentences = passwordProblems(password, own);
  if (await isMailedSecret(accountId, password)) sentences.push(mailed);
  if (sentences.length === 0 && (await scorePassword(password, guessable(own))) < strongEnough)
    sentences.push(tooGuessable);
  const file = env().BREACHED_PASSWORDS_FILE;
  if (file && lengthOf(password) <= longestPassword && (await isBreached(password, file))) sentences.push(stolen);
  if (sentences.length === 0 && (await isAmongLastFour(accountId, password))) sentences.push(used);
  const problems = sentences.map(at("newPassword"));
  if (again !== password)
    problems.push(at("newPasswordAgain")(again === "" ? "Enter the new password again" : different));
  return problems.length > 0 ? refused(...problems) : done(password);
}

async function isAmongLastFour(accountId: number, password: string): Promise<boolean> {
  const { passwordHash, passwordSetAt, oldPasswords } = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      passwordHash: true,
      passwordSetAt: true,
      oldPasswords: { orderBy: { id: "desc" }, take: 4, select: { hash: true } },
    },
  });
  const current = passwordSetAt !== null && passwordHash !== null ? [passwordHash] : [];
  const lastFour = [...current, ...oldPasswords.map(({ hash }) => hash)].slice(0, 4);
  for (const hash of lastFour) if (await verifyPassword(hash, password)) return true;
  return false;
}
