import { type AuditActor, recordAudit } from '../../../platform/audit/record.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { publish } from '../events.ts';
import { isAlone, type StaffAct } from './rules.ts';
import { insertStaffAct, listOfficeHolders } from './store.ts';

export interface Proposing {
  readonly by: { readonly personId: string | null; readonly role: string };
  /** At most 1000 characters; for staff only. */
  readonly reason: string;
  readonly now: Temporal.Instant;
}

/**
 * Proposes an act that takes two; the other staff are told, whom it is about is only where nobody else could agree.
 * @returns the proposal's id; refused: `staff_act_waits_already`
 */
export async function proposeStaffAct(
  tx: Tx,
  what: Pick<StaffAct, 'kind' | 'personId' | 'detail'>,
  { by, reason, now }: Proposing,
): Promise<Outcome<string>> {
  const proposedBy = by.personId;
  if (!proposedBy) throw new Error('only a person proposes');
  const id = await insertStaffAct(tx, { ...what, reason, proposedBy, proposedAt: now });
  if (!id) return refuse('staff_act_waits_already');
  await recordStaffAct(tx, { act: { ...what, id }, by, action: 'people.staff_act.proposed', now });
  const ids = { staffActId: id, byPersonId: proposedBy };
  // Of two in office, the other one is told although it is about them: it is done a day later, whoever sees it.
  if (isAlone({ ...what, proposedBy }, await listOfficeHolders(tx)))
    await publish(tx, { type: 'people.staff_act.proposed_alone', ids });
  else
    await publish(tx, { type: 'people.staff_act.proposed', ids: { ...ids, aboutPersonId: what.personId } });
  return accept(id);
}

/** Writes down what became of a proposal. */
export async function recordStaffAct(
  tx: Tx,
  told: {
    act: Pick<StaffAct, 'id' | 'personId' | 'kind'>;
    by: AuditActor;
    action: string;
    now: Temporal.Instant;
  },
): Promise<void> {
  const { act, by, action, now } = told;
  const object = { kind: 'people.staff_act', id: act.id };
  const entry = {
    action,
    outcome: 'done',
    subjectIds: [act.personId],
    object,
    detail: { act: act.kind },
  } as const;
  await recordAudit(tx, by, entry, now);
}
