import { answerInThread } from "@/lib/answer-in-thread";
import { passwordStrength } from "./password-strength";

passwordStrength("otter lantern gravel", []);

answerInThread(({ password, ownWords }: { password: string; ownWords: string[] }) =>
  passwordStrength(password, ownWords),
);
