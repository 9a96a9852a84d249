import type { Given } from '../../../../kits/questionnaires/index.ts';
import { accept, refuse } from '../../../../platform/refusal.ts';
import { does, type OnPair } from '../../pair/doing.ts';
import type { Side } from '../../types.ts';
import { openBySide } from '../open-by-side.ts';
import { alarmsOfAnswers } from '../rules/alarms.ts';
import { answerCheckIn, type CheckIn, listCheckIns } from '../store/check-ins.ts';
import { readSaid } from './questions.ts';

/** The check-in that waits for a side's answer: the newest, unless it is answered. */
export function waitingOf(own: readonly CheckIn[]): CheckIn | null {
  const [newest] = own;
  return newest && newest.answeredAt === null ? newest : null;
}

/**
 * Says how it is, for one side. What must be looked at is opened at once, beside what the other side said; what nobody
 * has to bear is a concern on the same day. Refuses where nothing is asked (`nothing_is_asked_now`).
 */
export const checkIn = does('check_in', async (tx, { pair }, on: OnPair & { readonly given: Given }) => {
  const { given, doer } = on;
  const side = doer.party as Side;
  const all = await listCheckIns(tx, pair.id);
  const waiting = waitingOf(all.filter((one) => one.side === side));
  const said = readSaid(given);
  if (!waiting || !said || doer.personId === null) return refuse('nothing_is_asked_now');
  await answerCheckIn(tx, { id: waiting.id, given, now: doer.now });
  const { month } = waiting;
  // Who is content is asked less often: beside this answer stands what the other was asked last by then.
  const others = all.find((one) => one.month <= month && one.side !== side);
  const alarms = alarmsOfAnswers({ month, side, said, other: readSaid(others?.given ?? null) });
  await openBySide(tx, { pair, side, alarms, words: said.words, now: doer.now });
  return accept({});
});
