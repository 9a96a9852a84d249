import type { Tx } from '../../../platform/database/connect.ts';
import { addJob } from '../../../platform/jobs/add-job.ts';
import { type Chance, chanceFrom } from '../../../platform/parts/chance.ts';
import type { InventedWorld, Step } from '../../../platform/parts/demonstration.ts';
import { volunteerAsDonor } from '../campaigns/demonstration/gifts.ts';
import { receiveGift } from '../gifts/receive.ts';
import { book, moved } from '../ledger/book.ts';
import { TELL_TASK } from './jobs.ts';
import { insertDeed } from './store/deeds.ts';
import { FUND_OF } from './types.ts';

/** What programs do in a month, and what that costs in whole yen: about what campaigns say that an amount makes possible. */
const MONTHLY = [
  { kind: 'visit', program: 'spot', deeds: 5, amount: 13_700, memo: '付き添いの交通費と保険' },
  { kind: 'pair_month', program: 'pairs', deeds: 5, amount: 4000, memo: '顔合わせの会場費' },
] as const;
/** So many months lie behind: some of them in the last fiscal year, whatever day it is. */
const MONTHS = 14;
const MONTHS_OF_A_PAIR = 6;

/**
 * What programs did and spent before anybody of this world came, a gift for it of somebody whom a visitor can be, and the job
 * that shares gifts among it and tells their givers.
 */
export function deedSteps(world: InventedWorld): Step[] {
  const chance = chanceFrom('deeds');
  const first = world.today.with({ day: 1 }).subtract({ months: MONTHS });
  let pairs: readonly string[] = [];
  const months = Array.from({ length: MONTHS }, (_, place) => {
    if (place % MONTHS_OF_A_PAIR === 0) pairs = Array.from({ length: 5 }, () => chance.uuid());
    return MONTHLY.map((done) => monthOf(world, first.add({ months: place }), { ...done, chance, pairs }));
  });
  const givenAt = world.at(first.add({ months: 4, days: 11 }), '20:20');
  const toldAt = world.at(world.openDay(-1), '09:10');
  return [
    ...months.flat(),
    { at: givenAt, run: (tx) => giveForVisits(tx, world, givenAt) },
    { at: toldAt, run: (tx) => addJob(tx, TELL_TASK, {}) },
  ];
}

type Done = (typeof MONTHLY)[number] & { readonly chance: Chance; readonly pairs: readonly string[] };

function monthOf(world: InventedWorld, doneIn: Temporal.PlainDate, done: Done): Step {
  const occurredOn = doneIn.add({ months: 1 }).subtract({ days: 1 });
  const at = world.at(occurredOn, '18:00');
  const { kind, program, deeds, amount, memo, chance, pairs } = done;
  return {
    at,
    async run(tx) {
      const entries = moved(amount, FUND_OF[kind], { from: 'bank', to: 'program_costs' });
      const source = `demonstration:${program}:${occurredOn}`;
      await book(tx, { kind: 'expense', occurredOn, source, entries, memo, by: { personId: null, now: at } });
      for (let one = 0; one < deeds; one++) {
        const pair = kind === 'pair_month' ? pairs[one] : undefined;
        const part = pair ? String(doneIn.month) : 'whole';
        await insertDeed(tx, { kind, program, objectId: pair ?? chance.uuid(), part, doneIn, now: at });
      }
    },
  };
}

async function giveForVisits(tx: Tx, world: InventedWorld, now: Temporal.Instant): Promise<void> {
  const on = now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  await receiveGift(tx, {
    ...{ source: 'demonstration:visits', donorId: await volunteerAsDonor(tx, world, now), amount: 30_000 },
    ...{ fund: 'spot', channel: 'bank', givenOn: on, receivedOn: on, by: { personId: null, now } },
  });
}
