import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { dayInJapan, findPersonId, grantRole } from '../../../people/index.ts';
import { lockChild } from '../store/children.ts';
import { endBar, insertBar } from '../store/fetching.ts';
import { insertGuardianship, listGuardianships, markLookedAt, updateSight } from '../store/guardianships.ts';
import type { Named, SaidOfBar } from '../types.ts';

interface By {
  readonly by: string;
  readonly now: Temporal.Instant;
}

/** From today on a child is not handed over to somebody. Refused: `choose_a_coming_day`. */
export async function barSomebody(
  tx: Tx,
  childId: string,
  {
    barred: name,
    untilOn,
    by,
    now,
    ...said
  }: By & Omit<SaidOfBar, 'name'> & { readonly barred: string; readonly untilOn: string },
): Promise<Outcome<string>> {
  if (!(await lockChild(tx, childId))) return refuse('child_is_unknown');
  const fromOn = dayInJapan(now);
  const until = untilOn === '' ? null : Temporal.PlainDate.from(untilOn);
  if (until && Temporal.PlainDate.compare(until, fromOn) < 0)
    return refuse('choose_a_coming_day', {}, 'untilOn');
  return accept(await insertBar(tx, childId, { ...said, name, fromOn, untilOn: until, by, now }));
}

/** Refused: `bar_is_unknown` where it has ended already. */
export async function endBarring(
  tx: Tx,
  childId: string,
  ending: By & { readonly barId: string },
): Promise<Outcome<null>> {
  return (await endBar(tx, childId, ending)) ? accept(null) : refuse('bar_is_unknown');
}

/** A further guardian sees the child's page. Refused: `email_is_of_nobody`, `guardian_is_one_already`, and a child (`children_have_no_roles`). */
export async function addGuardian(
  tx: Tx,
  childId: string,
  {
    email,
    guardian: name,
    relation,
    phone,
    by,
    now,
  }: By & Omit<Named, 'name'> & { readonly email: string; readonly guardian: string },
): Promise<Outcome<string>> {
  if (!(await lockChild(tx, childId))) return refuse('child_is_unknown');
  const personId = await findPersonId(tx, email);
  if (!personId) return refuse('email_is_of_nobody', {}, 'email');
  const role = await grantRole(
    tx,
    { personId, role: 'guardian' },
    { by: { personId: by, role: 'coordinator' }, now },
  );
  if (!role.ok) return role;
  const one = { childId, personId, name, relation, phone, mayFetch: true, fromOn: dayInJapan(now), by, now };
  const id = await insertGuardianship(tx, one);
  return id ? accept(id) : refuse('guardian_is_one_already', {}, 'email');
}

/** Shows a guardian the child's page, or hides it. Refused: `a_guardian_stays` for the last who sees it. */
export async function changeSight(
  tx: Tx,
  childId: string,
  { guardianshipId, maySee }: { readonly guardianshipId: string; readonly maySee: boolean },
): Promise<Outcome<null>> {
  if (!(await lockChild(tx, childId))) return refuse('child_is_unknown');
  const all = await listGuardianships(tx, [childId]);
  const one = all.find(({ id }) => id === guardianshipId);
  if (!one) return refuse('child_is_unknown');
  const isLast = !all.some((other) => other.id !== one.id && other.maySee && other.untilOn === null);
  if (!maySee && isLast) return refuse('a_guardian_stays');
  await updateSight(tx, one.id, maySee && one.personId ? 'shown' : 'hidden');
  return accept(null);
}

/**
 * A coordinator has talked with the family about who must not know the place. Refused: `nothing_is_missing_there` where that
 * guardian has said something else since the page was drawn, which nobody has read.
 */
export async function noteLookedAt(
  tx: Tx,
  childId: string,
  looked: {
    readonly guardianshipId: string;
    readonly drawnAt: Temporal.Instant;
    readonly now: Temporal.Instant;
  },
): Promise<Outcome<null>> {
  return (await markLookedAt(tx, childId, looked)) ? accept(null) : refuse('nothing_is_missing_there');
}
