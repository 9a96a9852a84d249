import {
  endRole,
  endTwins,
  grantRole,
  isAlone,
  listOfficeHolders,
  markDecided,
  peopleEvents,
  recordStaffAct,
  type StaffAct,
} from '../../modules/people/index.ts';
import { removeFactors } from '../../modules/sign-in/index.ts';
import { type Limit, liftRestriction, restrictVolunteer, suspendPerson } from '../../modules/trust/index.ts';
import { type AuditActor, PROGRAM } from '../../platform/audit/record.ts';
import type { Tx } from '../../platform/database/connect.ts';
import type { Role } from '../../platform/permissions.ts';
import { accept, type Outcome } from '../../platform/refusal.ts';

/** Does what was proposed, in the name of whoever agreed. Refuses what the act itself refuses, such as `last_coordinator_stays`. */
export async function carryOut(
  tx: Tx,
  act: StaffAct,
  by: AuditActor,
  now: Temporal.Instant,
): Promise<Outcome<null>> {
  const { personId, detail } = act;
  await endTwins(tx, act, now);
  const reason = act.reason ?? '';
  const deciding = { personId, reason, by, now };
  switch (act.kind) {
    case 'grant_role':
      return grantRole(tx, { personId, role: detail as Role }, deciding);
    case 'end_role':
      return endRole(tx, { personId, role: detail as Role }, deciding);
    case 'restrict':
      return detail === 'suspension'
        ? suspendPerson(tx, deciding)
        : restrictVolunteer(tx, { ...deciding, kind: detail as Limit });
    case 'lift':
      return liftRestriction(tx, { ...deciding, restrictionId: detail });
    case 'remove_factors':
      await removeFactors(tx, { personId, by, now });
      return accept(null);
  }
}

/** Carries out what has waited a day and nobody else could agree to. @returns whether it did */
export async function carryOutAlone(tx: Tx, act: StaffAct, now: Temporal.Instant): Promise<boolean> {
  const holders = await listOfficeHolders(tx);
  if (!holders.includes(act.proposedBy) || !isAlone(act, holders)) return false;
  await markDecided(tx, act.id, { state: 'carried_out', by: null, at: now });
  const done = await carryOut(tx, act, PROGRAM, now);
  if (!done.ok) {
    await markDecided(tx, act.id, { state: 'withdrawn', by: null, at: now });
    const ids = { staffActId: act.id, personId: act.proposedBy };
    await peopleEvents.publish(tx, { type: 'people.staff_act.fell', ids });
    return false;
  }
  await recordStaffAct(tx, { act, by: PROGRAM, action: 'people.staff_act.carried_out_alone', now });
  return true;
}
