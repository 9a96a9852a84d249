import type { Tx } from '../../../platform/database/connect.ts';
import { raiseConcern } from '../../trust/index.ts';
import { otherSide, personOf } from '../pair/over.ts';
import { PAIR } from '../pair/subject.ts';
import type { Pair, Side } from '../types.ts';
import { type Alarm, GRAVE } from './rules/alarms.ts';
import { openAlarms } from './store/alarms.ts';

/** Opens what one side's answers open; what nobody has to bear is a concern about the other on the same day. */
export async function openBySide(
  tx: Tx,
  of: {
    readonly pair: Pair;
    readonly side: Side;
    readonly alarms: readonly Alarm[];
    /** Their own, beside the answers. */
    readonly words: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { pair, side, alarms, words, now } = of;
  const opened = await openAlarms(tx, { pairId: pair.id, alarms, now });
  if (!opened.some((kind) => GRAVE.includes(kind))) return;
  const [by, about] = [personOf(pair, side), personOf(pair, otherSide(side))];
  const thing = { program: 'pairs', objectKind: PAIR, objectId: pair.id };
  await raiseConcern(tx, { about, by, ...thing, words, now });
}
