import {
  decline,
  leaveVolunteering,
  pauseVolunteer,
  restrictVolunteer,
  suspendPerson,
} from '../../modules/trust/index.ts';
import type { AuditActor } from '../../platform/audit/record.ts';
import type { Tx } from '../../platform/database/connect.ts';
import { done } from '../../platform/parts/demonstration.ts';
import type { Outcome } from '../../platform/refusal.ts';
import { instantAt } from '../days.ts';

/** What can become of a volunteer or an applicant. */
export type LaterStage = 'paused' | 'only_online' | 'not_with_children' | 'suspended' | 'declined' | 'left';

interface Settling {
  readonly personId: string;
  readonly by: AuditActor;
  /** In words; somebody who is declined reads them. */
  readonly reason: string;
  readonly today: Temporal.PlainDate;
}

/** Lets happen, yesterday, what becomes of somebody; nothing for everybody else. */
export async function settle(tx: Tx, stage: string | undefined, settling: Settling): Promise<void> {
  const act = stage && stage in ACTS ? ACTS[stage as LaterStage] : null;
  const now = instantAt(settling.today.subtract({ days: 1 }), '15:20');
  if (act) done(await act(tx, { ...settling, now }), stage ?? '');
}

type Act = (tx: Tx, settling: Settling & { now: Temporal.Instant }) => Promise<Outcome<null>>;

const ACTS: Readonly<Record<LaterStage, Act>> = {
  paused: (tx, { personId, reason, now, today }) => {
    const by = { personId, role: 'volunteer' };
    return pauseVolunteer(tx, { personId, reason, by, now, untilOn: today.add({ days: 24 }) });
  },
  only_online: (tx, who) => restrictVolunteer(tx, { ...who, kind: 'only_online' }),
  not_with_children: (tx, who) => restrictVolunteer(tx, { ...who, kind: 'not_with_children' }),
  suspended: (tx, who) => suspendPerson(tx, who),
  declined: (tx, who) => decline(tx, { ...who, words: who.reason, reason: '' }),
  left: (tx, who) => leaveVolunteering(tx, who),
};
