import { recordAudit } from '../../../platform/audit/record.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { changedRoles } from '../../../platform/live/endings.ts';
import { tellPages } from '../../../platform/live/tell-pages.ts';
import type { Role } from '../../../platform/permissions.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { lockPerson } from '../persons/store.ts';
import { dayInJapan } from '../rules.ts';
import { officeLeftEmpty } from './last-one.ts';
import { holdsRole, insertRole, updateRoleEnd } from './store.ts';

/** Who grants or ends a role, when, and why. `role` is the one in which they act. */
export interface RoleAct {
  readonly by: { readonly personId: string | null; readonly role: string };
  readonly now: Temporal.Instant;
  readonly reason?: string;
}

/**
 * Gives somebody a role from today on. Refuses a child, and somebody who doesn't exist; a role already held stays
 * as it is.
 */
export async function grantRole(
  tx: Tx,
  held: { personId: string; role: Role },
  act: RoleAct,
): Promise<Outcome<null>> {
  const on = dayInJapan(act.now);
  const person = await lockPerson(tx, held.personId);
  if (!person) return refuse('person_is_unknown');
  if (person.isChild) return refuse('children_have_no_roles');
  if (await holdsRole(tx, held.personId, { role: held.role, on })) return accept(null);
  await insertRole(tx, { ...held, sinceOn: on, grantedBy: act.by.personId, reason: act.reason ?? '' });
  await recordAudit(tx, act.by, roleEntry('people.role.granted', held), act.now);
  await tellPages(tx, [changedRoles(held.personId)]);
  return accept(null);
}

/** Ends a role today. Refuses to end the last administrator or coordinator: nobody could then mend anything. */
export async function endRole(
  tx: Tx,
  held: { personId: string; role: Role },
  act: RoleAct,
): Promise<Outcome<null>> {
  const on = dayInJapan(act.now);
  const office = await officeLeftEmpty(tx, held.personId, [held.role]);
  if (office) return refuse(`last_${office}_stays`);
  if (!(await holdsRole(tx, held.personId, { role: held.role, on }))) return accept(null);
  await updateRoleEnd(tx, { ...held, untilOn: on }, { personId: act.by.personId, reason: act.reason ?? '' });
  await recordAudit(tx, act.by, roleEntry('people.role.ended', held), act.now);
  await tellPages(tx, [changedRoles(held.personId)]);
  return accept(null);
}

function roleEntry(action: string, held: { personId: string; role: Role }) {
  return {
    action,
    outcome: 'done',
    subjectIds: [held.personId],
    object: { kind: 'people.person', id: held.personId },
    detail: { role: held.role },
  } as const;
}
