import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { raiseConcern } from '../../trust/index.ts';
import { enter, type OnPair } from '../pair/doing.ts';
import { TOGETHER } from '../pair/life.ts';
import { otherSide, personOf } from '../pair/over.ts';
import { PAIR } from '../pair/subject.ts';
import type { Doer, Pair, Side } from '../types.ts';
import { pairsMessages } from '../words.ts';
import type { Report } from './reports.ts';
import { stopWriting } from './writing.ts';

export interface Reporting extends OnPair {
  readonly doer: Doer<Side>;
  readonly what: Report;
  readonly words: string;
  /** They do not wish to be written to any more. */
  readonly stop: boolean;
}

/** Puts what is not right before the coordinators at once; where wished, the two can't write to each other any more. */
export async function report(tx: Tx, on: Reporting): Promise<Outcome<Pair>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { pair } = entered.value;
  const { party, personId, now } = on.doer;
  // In both languages of those who read it.
  const what = (['ja', 'en'] as const).map((locale) => pairsMessages.in(locale).plain(`report_${on.what}`));
  await raiseConcern(tx, {
    about: personOf(pair, otherSide(party)),
    by: personId,
    program: 'pairs',
    objectKind: PAIR,
    objectId: pair.id,
    words: [what.join(' / '), on.words].filter(Boolean).join('\n'),
    now,
  });
  const isTogether = TOGETHER.some((state) => state === pair.state);
  if (on.stop && isTogether && !pair.writingStoppedAt) return stopWriting(tx, on);
  return accept(pair);
}
