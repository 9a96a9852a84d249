import { actRoutes } from '../../../../kits/acts/index.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { endPair } from '../../closing/end-pair.ts';
import { showDeskPair } from '../../pair/desk/routes.tsx';
import { enter, type OnPair } from '../../pair/doing.ts';
import { PAIR } from '../../pair/subject.ts';
import type { Pair } from '../../types.ts';
import { pausePair, resumePair } from '../pausing.ts';
import { closeAlarm } from '../store/alarms.ts';
import { deskMonthsForms } from './forms.ts';

/** What coordinators do with a running pair, and with what they have looked at. */
export const deskMonthsActs = actRoutes(
  deskMonthsForms,
  {
    access: ['coordinator'],
    on: ({ params, actor, now }): OnPair => ({
      pairId: params.id,
      doer: { personId: actor.personId, party: 'coordinator', now },
    }),
    about: ({ id, volunteerId, residentId }: Pair) => ({
      subjectIds: [volunteerId, residentId],
      object: { kind: PAIR, id },
    }),
    again: (call, form) => showDeskPair(call, form),
  },
  {
    'alarm-closings': ({ db, fields }, on) => closeAlarms(db, { ...on, ...fields }),
    endings: ({ db, fields: { ending, left, endingReason } }, on) =>
      endPair(db, { ...on, byStaff: { ending, left }, reason: endingReason }),
    pauses: ({ db }, on) => pausePair(db, on),
    resumptions: ({ db }, on) => resumePair(db, on),
  },
);

/** Closes what was looked at, with words. Refuses what somebody has closed meanwhile (`alarm_was_closed`). */
async function closeAlarms(
  tx: Tx,
  on: OnPair & { readonly alarmIds: readonly string[]; readonly done: string },
): Promise<Outcome<Pair>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { pair } = entered.value;
  const by = on.doer.personId ?? '';
  for (const id of on.alarmIds) {
    const closing = { id, pairId: pair.id, by, words: on.done, now: on.doer.now };
    if (!(await closeAlarm(tx, closing))) return refuse('alarm_was_closed', {}, 'alarmIds');
  }
  return accept(pair);
}
