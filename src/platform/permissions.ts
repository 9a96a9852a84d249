import type { Database } from './database/connect.ts';
import type { Locale } from './languages/locales.ts';

export const ROLES = [
  'resident',
  'volunteer',
  'coordinator',
  'expert',
  'tutor',
  'guardian',
  'donor',
  'treasurer',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that see other people's records: they need a second factor. */
export const STAFF_ROLES: readonly Role[] = ['coordinator', 'treasurer', 'administrator'];

/** Who is asking. Nobody signed in: `personId` null and no roles. */
export interface Actor {
  readonly personId: string | null;
  readonly sessionId: string | null;
  /** The name to call them by. */
  readonly name: string;
  /** The same in other scripts, as far as they have told them. */
  readonly otherNames?: { readonly romaji: string | null; readonly kana: string | null };
  readonly roles: ReadonlySet<Role>;
  /** The language they chose for mail, if they are known. */
  readonly locale: Locale | null;
  /** Signed in with a passkey or a second factor. */
  readonly strong: boolean;
  /** When they last showed a passkey or second factor in this session. */
  readonly provedAt?: Temporal.Instant | null;
  /** When this session began. */
  readonly signedInAt?: Temporal.Instant | null;
  /** How many lines of their inbox they have not read. */
  readonly unread?: number;
}

export const NOBODY: Actor = {
  personId: null,
  sessionId: null,
  name: '',
  roles: new Set(),
  locale: null,
  strong: false,
};

/** A right that comes from a tie to the thing itself, such as being the requester, and ends with the tie. */
export interface Relation {
  /** As it reads in the permission table: `requester`, `asked volunteer`. */
  readonly name: string;
  holds(db: Database, personId: string, params: Readonly<Record<string, string>>): Promise<boolean>;
}

/** `everyone`, `person` (anybody signed in), or any one of some roles and relations. */
export type Access = 'everyone' | 'person' | readonly (Role | Relation)[];

export type Permission = 'yes' | 'sign-in-first' | 'second-factor-first' | 'no' | 'no-such-thing';

/**
 * Whether somebody may use a route on the thing its path names. Denied unless something grants it.
 * @returns `no-such-thing` where a plain "no" would tell that the thing exists
 */
export async function can(
  actor: Actor,
  access: Access,
  params: Readonly<Record<string, string>>,
  db: Database,
): Promise<Permission> {
  if (access === 'everyone') return 'yes';
  if (actor.personId === null) return 'sign-in-first';
  if (access === 'person') return 'yes';
  const roles = access.filter((grant): grant is Role => typeof grant === 'string');
  const held = roles.filter((role) => actor.roles.has(role));
  if (held.some((role) => actor.strong || !STAFF_ROLES.includes(role))) return 'yes';
  for (const grant of access) {
    if (typeof grant !== 'string' && (await grant.holds(db, actor.personId, params))) return 'yes';
  }
  if (held.length > 0) return 'second-factor-first';
  return roles.length === access.length ? 'no' : 'no-such-thing';
}

/** For so many minutes after a proof nobody is asked for another. */
const FRESH_MINUTES = 10;

/**
 * Whether somebody has just shown who they are: what is hard to mend is not done from a screen left open. Staff show a
 * passkey or second factor; for others, who need not have one, it is enough that they have just signed in.
 */
export function hasJustProved(actor: Actor, now: Temporal.Instant): boolean {
  return hasJustShownFactor(actor, now) || (!isStaff(actor) && isFresh(actor.signedInAt, now));
}

/** Whether somebody, of the staff or not, has just shown a passkey or second factor. */
export function hasJustShownFactor({ strong, provedAt }: Actor, now: Temporal.Instant): boolean {
  return strong && isFresh(provedAt, now);
}

function isFresh(at: Temporal.Instant | null | undefined, now: Temporal.Instant): boolean {
  return at != null && now.since(at).total('minutes') < FRESH_MINUTES;
}

/** Whether somebody has a role that sees other people's records. */
export function isStaff({ roles }: Pick<Actor, 'roles'>): boolean {
  return STAFF_ROLES.some((role) => roles.has(role));
}

/** Whether nobody but staff gets to something: its screens exist in two languages. */
export function isForStaffOnly(access: Access): boolean {
  return typeof access !== 'string' && access.every((grant) => STAFF_ROLES.some((role) => role === grant));
}

/** Whether somebody gets to something as staff, and not only by a tie of their own or as anybody would. */
export function isReadAsStaff({ roles }: Pick<Actor, 'roles'>, access: Access): boolean {
  return (
    typeof access !== 'string' &&
    access.some((grant) => typeof grant === 'string' && STAFF_ROLES.includes(grant) && roles.has(grant))
  );
}

/** The role in which somebody acts, for the audit: staff before others. */
export function actingRole(actor: Actor): string {
  const order: readonly Role[] = [
    'administrator',
    'coordinator',
    'treasurer',
    'expert',
    'tutor',
    'volunteer',
    'resident',
    'guardian',
    'donor',
  ];
  return order.find((role) => actor.roles.has(role)) ?? (actor.personId ? 'person' : 'visitor');
}

/** The id of who is signed in, on a page for people alone. @throws for a visitor, whom `access` keeps out */
export function ownId({ actor }: { readonly actor: Pick<Actor, 'personId'> }): string {
  if (actor.personId === null) throw new Error('a page of one’s own was opened by nobody');
  return actor.personId;
}
