import type { Tx } from '../../../platform/database/connect.ts';
import { dayInJapan } from '../../people/index.ts';
import { recordTraining } from '../../trust/index.ts';
import { titleOf } from '../open/words.ts';
import { listCameThemselves } from '../store/door.ts';
import type { Event } from '../types.ts';

/**
 * Who came to a training with an account has taken the step that volunteers need. Whoever has not applied, or reports it
 * themselves, has none to take: that is theirs, and keeps nobody from closing the report.
 */
export async function recordTrainings(
  tx: Tx,
  event: Event,
  { byPersonId, now }: { readonly byPersonId: string; readonly now: Temporal.Instant },
): Promise<void> {
  if (event.kind !== 'training') return;
  const by = { personId: byPersonId, role: 'coordinator' } as const;
  const taken = { title: titleOf(event, 'ja'), doneOn: dayInJapan(event.startsAt), by, now };
  for (const personId of await listCameThemselves(tx, event.id))
    if (personId !== byPersonId) await recordTraining(tx, { personId, ...taken });
}
