import type { AccountKind } from "./kinds";

declare const proof: unique symbol;

export type AccessLevel = "standard" | "approver";

export type AreaKind = "country" | "nhs_region" | "ons_region" | "icb" | "sub_icb" | "local_authority" | "lrf";

/**
 * One thing a person has been given access to: a location, a provider's locations, an area, or (none of them) the
 * service as such.
 */
export interface Grant {
  readonly level: AccessLevel;
  readonly locationId?: number;
  readonly providerId?: number;
  readonly area?: { readonly id: number; readonly kind: AreaKind };
}

interface Person {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly kind: AccountKind;
  readonly generic: boolean;
  /** May search for vacancies, although their kind of account does not include it. */
  readonly findsCapacity: boolean;
  /** Who says that they are using a shared account. */
  readonly onBehalfOf?: string;
  /** Which of the person's sessions this is: its public handle, not its secret. */
  readonly session: string;
  /** When the password was last given in this session: some acts ask for it again. */
  readonly passwordAt?: Date;
  readonly grants: readonly Grant[];
}

/**
 * Someone who has signed in, with all they may see. Holding one is the proof:
 * only a live session makes one, so forgetting to ask who is asking does not compile.
 */
export interface User extends Person {
  readonly [proof]: true;
}

/** Makes a `User` of a live session's row. Only `lib/accounts/session-user.ts` may call it, and a test checks that. */
export const asUser = (person: Person): User => person as User;
