import { randomInt } from "node:crypto";

const letters = "23456789ABCDEFGHJKMNPQRTVWXYZ";
const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");

/** What someone quotes on the telephone, such as REG-7K3M-92QP: no letters or figures that are mistaken for others. */
export const referenceNumber = (): string => `REG-${group()}-${group()}`;
