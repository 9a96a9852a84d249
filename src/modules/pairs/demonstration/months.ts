import type { Tx } from '../../../platform/database/connect.ts';
import { chanceFrom } from '../../../platform/parts/chance.ts';
import type { InventedWorld, Step } from '../../../platform/parts/demonstration.ts';
import { recordActivity } from '../months/activity/record-activity.ts';
import { checkIn, waitingOf } from '../months/check-ins/check-in.ts';
import { checkInQuestions } from '../months/check-ins/questions.ts';
import { lookAfterPair } from '../months/jobs.ts';
import { listCheckIns } from '../months/store/check-ins.ts';
import { findPair } from '../pair/store.ts';
import { endOfPair } from '../rules.ts';
import { SIDES, type Side } from '../types.ts';
import { by, type Pairing, pairIdOf } from './pairing.ts';

/** How two who are in a pair are in touch. */
export interface Together extends Pairing {
  readonly key: string;
  readonly beganOn: Temporal.PlainDate;
  /** Every so many days, until so many days after they began. */
  readonly rhythm: number;
  readonly untilDay: number;
  /** How each feels at every check-in, the first one first: 5 at best, 0 for no answer. */
  readonly feelings: Readonly<Record<Side, readonly number[]>>;
}

/** The days on which they were in touch, and what they said at the end of their months; up to the day before today. */
export function together(world: InventedWorld, two: Together): Step[] {
  const end = endOfPair(two.beganOn);
  const last = Temporal.PlainDate.compare(end, world.today) < 0 ? end : world.today;
  const days = two.beganOn.until(last).days;
  return [...inTouch(world, two, Math.min(days, two.untilDay)), ...lookedAfter(world, two, days)];
}

const KINDS = ['met', 'online', 'talked', 'met'] as const;

function inTouch(world: InventedWorld, two: Together, days: number): Step[] {
  const chance = chanceFrom(`in touch ${two.key}`);
  const steps: Step[] = [];
  for (let day = two.rhythm; day < days; day += two.rhythm) {
    const happenedOn = two.beganOn.add({ days: day });
    const happened = { kind: chance.pick(KINDS), minutes: chance.pick([60, 90, 120]), happenedOn };
    steps.push(
      by(two, chance.pick(SIDES), world.at(happenedOn, '20:30'), (tx, on) =>
        recordActivity(tx, { ...on, ...happened }),
      ),
    );
  }
  return steps;
}

/** As if the worker had been there on every third day, and each side had answered on the evening after. */
function lookedAfter(world: InventedWorld, two: Together, days: number): Step[] {
  const asked: Record<Side, number> = { resident: 0, volunteer: 0 };
  const steps: Step[] = [];
  for (let day = 3; day < days; day += 3) {
    const on = two.beganOn.add({ days: day });
    const noon = world.at(on, '12:20');
    steps.push({ at: noon, run: async (tx) => lookAfterPair(tx, await pairIdOf(tx, two), noon) });
    for (const side of SIDES) {
      const evening = world.at(on, side === 'resident' ? '21:10' : '21:40');
      steps.push({ at: evening, run: (tx) => answer(tx, two, { side, asked, now: evening }) });
    }
  }
  return steps;
}

async function answer(
  tx: Tx,
  two: Together,
  { side, asked, now }: { side: Side; asked: Record<Side, number>; now: Temporal.Instant },
): Promise<void> {
  const pairId = await pairIdOf(tx, two);
  const own = (await listCheckIns(tx, pairId)).filter((one) => one.side === side);
  // A pair that is over is asked nothing more.
  const pair = await findPair(tx, pairId);
  if (!pair || pair.overAt || own.length <= asked[side] || !waitingOf(own)) return;
  const feeling = two.feelings[side][asked[side]] ?? 4;
  asked[side] = own.length;
  if (feeling === 0) return;
  const contact = feeling > 3 ? '3' : '1';
  const given = checkInQuestions.give({
    feeling: `${feeling}`,
    contact,
    wantsCoordinator: false,
    worries: [],
    words: '',
  });
  await checkIn(tx, { pairId, given, doer: { personId: two[side].id, party: side, now } });
}
