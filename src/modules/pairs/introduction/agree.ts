import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import { findApplication, heardFrom } from '../applications/store.ts';
import { chargeMembership } from '../fees/charge.ts';
import { does, enter, type OnPair } from '../pair/doing.ts';
import { applicationOf, otherSide } from '../pair/over.ts';
import { endOfPair } from '../rules.ts';
import type { Doer, Pair, Side } from '../types.ts';
import { mayAgree, yesOf } from './rules.ts';
import { findIntroduction } from './store.ts';

interface OnSide extends OnPair {
  readonly doer: Doer<Side>;
}

const agree = does<OnSide>('agree', async (tx, { pair }, { doer }) => {
  const may = await judge(tx, pair, doer);
  return may.ok ? accept({ changes: yesBy(doer) }) : may;
});

const begin = does<OnSide>('begin', async (tx, { pair }, { doer }) => {
  const may = await judge(tx, pair, doer);
  if (!may.ok) return may;
  const startedOn = dayInJapan(doer.now);
  const applications = [pair.volunteerApplicationId, pair.residentApplicationId];
  const both = await Promise.all(applications.map((id) => findApplication(tx, id)));
  await chargeMembership(
    tx,
    pair,
    both.filter((one) => one !== null),
    doer.now,
  );
  const days = { started_on: startedOn, ends_on: endOfPair(startedOn), answer_by: null };
  return accept({ changes: { ...yesBy(doer), ...days } });
});

/**
 * One of the two would like to, after they have met: the first yes is told to nobody, with the second the six months
 * begin, and both are asked for the membership. Refuses before they have met, and a second time.
 */
export async function sayYes(tx: Tx, on: OnSide): Promise<Outcome<Pair>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  return yesOf(entered.value.pair, otherSide(on.doer.party)) ? begin(tx, on) : agree(tx, on);
}

async function judge(tx: Tx, pair: Pair, { party, now }: Doer<Side>): Promise<Outcome<null>> {
  const may = mayAgree(pair, party, { introduction: await findIntroduction(tx, pair.id), now });
  if (may.ok) await heardFrom(tx, applicationOf(pair, party), now);
  return may;
}

function yesBy({ party, now }: Doer<Side>) {
  return party === 'volunteer' ? { volunteer_yes_at: now } : { resident_yes_at: now };
}
