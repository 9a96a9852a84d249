import { bookSlot } from '../../../kits/slots/index.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { listCoordinators } from '../../people/index.ts';
import { personsKeptApart } from '../../trust/index.ts';
import { heardFrom, membersOf } from '../applications/store.ts';
import { does, enter, type OnPair } from '../pair/doing.ts';
import { applicationOf } from '../pair/over.ts';
import { answerBy } from '../propose/rules.ts';
import { pairsSetting } from '../settings.ts';
import type { Introduction, Pair } from '../types.ts';
import { INTRODUCTION, mayLieAt, maySetIntroduction } from './rules.ts';
import { findIntroduction, setIntroduction } from './store.ts';

type When = Pick<Introduction, 'hostId' | 'startsAt' | 'endsAt' | 'place'> & { readonly whereWords: string };

/** Who can introduce two people: a time that was kept open outlives its host's office, and nobody introduces themselves. */
export async function introducersOf(db: Database, pair: Pair, now: Temporal.Instant): Promise<string[]> {
  const members = await membersOf(db, [pair.volunteerApplicationId, pair.residentApplicationId]);
  const apart = new Set(members);
  for (const id of members) for (const other of await personsKeptApart(db, id)) apart.add(other);
  return (await listCoordinators(db, now)).filter((id) => !apart.has(id));
}

/**
 * Sets when the two meet, in the place of a time set before. Refuses whoever can't introduce them, and what
 * `maySetIntroduction` does. From then on both have until some days after it to say whether they would like to.
 */
export const setIntroductionTime = does<OnPair & { readonly when: When }>(
  'set_introduction',
  async (tx, { pair }, { doer, when }) => {
    const { party, personId, now } = doer;
    const may = maySetIntroduction(await findIntroduction(tx, pair.id), party, now);
    if (!may.ok) return may;
    // What the two choose from, a coordinator keeps open.
    const lies = party === 'coordinator' ? mayLieAt(when.startsAt, now) : accept(null);
    if (!lies.ok) return lies;
    if (!(await introducersOf(tx, pair, now)).includes(when.hostId))
      return refuse('slot_is_gone', {}, 'slot');
    if (party === 'volunteer' || party === 'resident') await heardFrom(tx, applicationOf(pair, party), now);
    await setIntroduction(tx, { ...when, pairId: pair.id, setBy: personId, now });
    return accept({ changes: { answer_by: answerBy(when.endsAt, await readSetting(tx, pairsSetting)) } });
  },
);

/**
 * One of the two chooses a time that a coordinator keeps open; the other is told, and may choose another.
 * @throws Refused when a rival was faster
 */
export async function chooseIntroduction(
  tx: Tx,
  on: OnPair & { readonly slotId: string },
): Promise<Outcome<Pair>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const booked = await bookSlot(tx, on.slotId, {
    kind: INTRODUCTION,
    now: on.doer.now,
    async make({ hostId, startsAt, endsAt, place, whereWords }) {
      const done = await setIntroductionTime(tx, {
        ...on,
        when: { hostId, startsAt, endsAt, place, whereWords },
      });
      if (!done.ok) return done;
      const introduction = await findIntroduction(tx, on.pairId);
      return introduction ? accept(introduction.id) : refuse('pair_has_moved_on');
    },
  });
  return booked.ok ? accept(entered.value.pair) : booked;
}
