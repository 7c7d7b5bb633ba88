import { covers, type Place } from "./covers";
import { isFilingKind, isLocationKind, isOverseerKind, mayFind } from "./kinds";
import type { AccessLevel, User } from "./user";

/** What a request for access is about, and who asks. */
export interface RequestToDecide {
  readonly askerId: number | null;
  readonly askerEmail: string;
  readonly place: Place | null;
  readonly areaId: number | null;
  readonly providerId: number | null;
}

/** Someone's account as other people see it: its kind, and every place it can reach. */
export interface Colleague {
  readonly id: number;
  readonly kind: User["kind"];
  readonly approver: boolean;
  readonly targets: readonly {
    readonly place: Place | null;
    readonly areaId: number | null;
    readonly providerId: number | null;
  }[];
}

/** One access that someone holds, as seen by the person who wants to change it. */
export interface HeldAccess {
  readonly holderId: number;
  readonly holderKind: User["kind"];
  readonly generic: boolean;
  readonly level: AccessLevel;
}

type Target = Pick<RequestToDecide, "place" | "areaId" | "providerId">;

const isSupport = (user: User) => user.kind === "support";

const reaches = (user: User, place: Place, level?: AccessLevel) =>
  user.grants.some((grant) => (level === undefined || grant.level === level) && covers(grant, place));

const approvesFor = (user: User, target: Target) =>
  !user.generic &&
  (target.place !== null
    ? isLocationKind(user.kind) && reaches(user, target.place, "approver")
    : user.grants.some(
        (grant) =>
          grant.level === "approver" &&
          ((target.areaId !== null && grant.area?.id === target.areaId) ||
            (target.providerId !== null && grant.providerId === target.providerId)),
      ));

/** Approvers may end a Standard user's access; only support may end an approver's. Anyone may give up their own. */
const mayRemove = (user: User, target: Target, held: HeldAccess) =>
  held.holderId !== user.id && (isSupport(user) || (held.level === "standard" && approvesFor(user, target)));

/** Could this person decide about others there? Never a shared account, nor a kind that can only look. */
const couldApprove = (target: Target, { generic, holderKind }: HeldAccess) =>
  !generic && holderKind !== "aggregate_only" && (target.place === null || isLocationKind(holderKind));

const mayChangeLevel = (user: User, target: Target, held: HeldAccess, to: AccessLevel) => {
  if (held.level === to || (to === "approver" && !couldApprove(target, held))) return false;
  if (isSupport(user)) return held.holderId !== user.id;
  return held.holderId === user.id
    ? to === "standard" && !user.generic
    : to === "approver" && approvesFor(user, target);
};

const mayManageWhole = (user: User, colleague: Colleague) =>
  colleague.id !== user.id &&
  (isSupport(user) ||
    (!colleague.approver &&
      colleague.kind !== "support" &&
      colleague.targets.length > 0 &&
      colleague.targets.every((target) => approvesFor(user, target))));

/**
 * Who may do what: one sentence a line. A verb that is not here does not exist.
 * From the guides' roles as `domain` settles them; the generated test walks every role, verb and relation.
 */
export const policy = {
  "answer a survey": (user: User, place: Place) => isLocationKind(user.kind) && reaches(user, place),
  "see survey results": (user: User) => isSupport(user) || (isOverseerKind(user.kind) && user.grants.length > 0),
  "see a location": (user: User, place: Place) =>
    isSupport(user) || (user.kind !== "aggregate_only" && reaches(user, place)),
  "file a return": (user: User, place: Place) => isFilingKind(user.kind) && reaches(user, place),
  "send a workbook": (user: User) =>
    isFilingKind(user.kind) &&
    user.grants.some(({ locationId, providerId }) => (locationId ?? providerId) !== undefined),
  "update beds": (user: User, place: Place) => isFilingKind(user.kind) && reaches(user, place),
  "see provider records": (user: User) =>
    isSupport(user) || ((isLocationKind(user.kind) || isOverseerKind(user.kind)) && user.grants.length > 0),
  "edit a location's record": (user: User, place: Place) =>
    isSupport(user) || (isLocationKind(user.kind) && reaches(user, place)),
  "enter PAMMS ratings": isSupport,
  "see people of a location": (user: User, place: Place) =>
    isSupport(user) || ((isLocationKind(user.kind) || isOverseerKind(user.kind)) && reaches(user, place)),
  "chase a location": (user: User, place: Place) =>
    isSupport(user) || (isOverseerKind(user.kind) && reaches(user, place)),
  "chase locations": (user: User) => isSupport(user) || isOverseerKind(user.kind),
  "decide a request": (user: User, request: RequestToDecide) =>
    request.askerId !== user.id && request.askerEmail !== user.email && (isSupport(user) || approvesFor(user, request)),
  "decide requests": (user: User) =>
    isSupport(user) || (!user.generic && user.grants.some((grant) => grant.level === "approver")),
  "manage people": (user: User) =>
    isSupport(user) || (!user.generic && user.grants.some((grant) => grant.level === "approver")),
  "reset, unlock or deactivate a person": mayManageWhole,
  "see a person's access somewhere": (user: User, target: Target) => isSupport(user) || approvesFor(user, target),
  "remove a person from a place": mayRemove,
  "leave a place": (user: User, holderId: number) => holderId === user.id && !user.generic && !isSupport(user),
  "change a person's level at a place": mayChangeLevel,
  "make API keys": (user: User) =>
    isSupport(user) ||
    (!user.generic &&
      isFilingKind(user.kind) &&
      user.grants.some(
        ({ level, locationId, providerId }) => level === "approver" && (locationId ?? providerId) !== undefined,
      )),
  "ask for access": (user: User) => !isSupport(user) && !user.generic,
  "find capacity": ({ kind, findsCapacity }: User) => mayFind(kind, findsCapacity),
  "see an area": (user: User, areaId: number, covering: readonly number[]) =>
    isSupport(user) ||
    (isOverseerKind(user.kind) &&
      user.grants.some(
        (grant) =>
          grant.area?.kind === "country" ||
          grant.area?.id === areaId ||
          (grant.area !== undefined && covering.includes(grant.area.id)),
      )),
  "see an organisation": (user: User, providerId: number) =>
    isSupport(user) ||
    (user.kind !== "aggregate_only" && user.grants.some((grant) => grant.providerId === providerId)) ||
    (isOverseerKind(user.kind) && user.grants.some((grant) => grant.area?.kind === "country")),
  "see areas": (user: User) => isSupport(user) || isOverseerKind(user.kind),
  "see sums": (user: User) => isSupport(user) || isOverseerKind(user.kind) || user.kind === "aggregate_only",
  "see reports": (user: User) =>
    isSupport(user) || isOverseerKind(user.kind) || user.kind === "aggregate_only" || isFilingKind(user.kind),
  "support people": isSupport,
  "open someone's record": isSupport,
  "import registers": isSupport,
  "change windows and seasons": isSupport,
  "change the settings of Find": isSupport,
  "write news": isSupport,
  "run surveys": isSupport,
  "read the audit": isSupport,
  "run scheduled work": isSupport,
} as const;

export type Verb = keyof typeof policy;
type Things<V extends Verb> = Parameters<(typeof policy)[V]> extends [User, ...infer Rest] ? Rest : never;

/** Thrown when someone tries something that the policy does not let them do. */
export class Forbidden extends Error {
  constructor(readonly verb: Verb) {
    super(`Not allowed: ${verb}`);
  }
}

/** May this person do this? Pure, for deciding whether to show a button. */
export function can<V extends Verb>(user: User, verb: V, ...things: Things<V>): boolean {
  const rule = policy[verb] as (user: User, ...things: unknown[]) => boolean;
  return rule(user, ...things);
}

/** The first line of every command. Throws `Forbidden` if the policy says no. */
export function allow<V extends Verb>(user: User, verb: V, ...things: Things<V>): void {
  if (!can(user, verb, ...things)) throw new Forbidden(verb);
}
