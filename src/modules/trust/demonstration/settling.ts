import type { AuditActor } from '../../../platform/audit/record.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { type InventedDays, type Step, step } from '../../../platform/parts/demonstration.ts';
import type { Outcome } from '../../../platform/refusal.ts';
import { decline, leaveVolunteering } from '../applications/commands.ts';
import { pauseVolunteer, restrictVolunteer, suspendPerson } from '../restrictions/commands.ts';

/** What can become of a volunteer or an applicant. */
export type LaterStage = 'paused' | 'only_online' | 'not_with_children' | 'suspended' | 'declined' | 'left';

interface Settling {
  readonly personId: string;
  readonly by: AuditActor;
  /** In words; somebody who is declined reads them. */
  readonly reason: string;
}

/** What becomes of somebody on the evening before, when the past has gone by; nothing for everybody else. */
export function settling(stage: string | undefined, about: Settling, days: InventedDays): Step[] {
  const act = stage && stage in ACTS ? ACTS[stage as LaterStage] : null;
  if (!act) return [];
  const now = days.at(days.today.subtract({ days: 1 }), '23:20');
  return [step(now, (tx) => act(tx, { ...about, today: days.today, now }), stage)];
}

type Act = (
  tx: Tx,
  settling: Settling & { today: Temporal.PlainDate; now: Temporal.Instant },
) => Promise<Outcome<null>>;

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
