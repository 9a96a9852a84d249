import type { Tx } from '../../../platform/database/connect.ts';
import { chanceFrom } from '../../../platform/parts/chance.ts';
import {
  type InventedPerson,
  type InventedWorld,
  type Step,
  step,
} from '../../../platform/parts/demonstration.ts';
import type { Outcome } from '../../../platform/refusal.ts';
import { listHousehold } from '../../people/index.ts';
import { acceptApplication, declineApplication } from '../applications/decide.ts';
import { findNewestApplication } from '../applications/store.ts';
import { applyForPair } from '../apply/apply.ts';
import { INTERESTS } from '../apply/choices.ts';
import type { Applied } from '../apply/form.ts';
import { bookPaid } from '../fees/settle.ts';
import { listFees } from '../fees/store.ts';
import { interviewGuide } from '../interview/guide.ts';
import { recordInterview } from '../interview/record.ts';
import { signTerms } from '../terms/sign.ts';
import { currentTerms } from '../terms/store.ts';
import type { Application, Purpose, Side } from '../types.ts';
import words from './data/words.json' with { type: 'json' };

/** Somebody who applies, and how far they come. */
export interface Applying {
  readonly side: Side;
  readonly person: InventedPerson;
  /** Their name in the data: their wishes come of it. */
  readonly key: string;
  readonly appliedOn: Temporal.PlainDate;
  readonly reaches: 'submitted' | 'declined' | 'ready';
  /** With everybody of their household. */
  readonly isFamily?: boolean | undefined;
}

/** Days from the application to each step. */
const DAYS = { interviewed: 6, decided: 7, signed: 8, paid: 9 } as const;
/** By then an application that reaches so far is ready. */
export const DAYS_TO_READY = DAYS.paid;

/** Somebody's way into the pool through the real commands, each on its day. */
export function applying(world: InventedWorld, one: Applying): Step[] {
  const { side, person, key, appliedOn, reaches } = one;
  const chance = chanceFrom(`pair of ${key}`);
  const coordinatorId = chance.pick(world.coordinatorIds);
  const applied = wishesOf(one);
  const at = (days: number, time: string) => world.at(appliedOn.add({ days }), time);
  const own = (tx: Tx) => ownApplication(tx, person.id);
  const act = (
    days: number,
    time: string,
    does: (tx: Tx, now: Temporal.Instant) => Promise<Outcome<unknown>>,
  ) => step(at(days, time), (tx) => does(tx, at(days, time)), `${key} on the way to a pair`);
  const byOffice = (now: Temporal.Instant) =>
    ({ personId: coordinatorId, party: 'coordinator', now }) as const;
  const byOneself = (now: Temporal.Instant) => ({ personId: person.id, party: 'applicant', now }) as const;

  const apply = act(0, '20:40', async (tx, now) => {
    const household = one.isFamily ? await listHousehold(tx, person.id) : [];
    const withIds = household.map(({ personId }) => personId);
    return applyForPair(tx, {
      side,
      personId: person.id,
      applied: { ...applied, withIds },
      doer: byOneself(now),
    });
  });
  if (reaches === 'submitted') return [apply];
  const interview = act(DAYS.interviewed, '18:40', async (tx, now) => {
    const { id: applicationId } = await own(tx);
    const notes = interviewGuide.give({ rules: true });
    const need = chance.weigh([
      [0, 6],
      [1, 2],
      [2, 1],
    ] as const);
    return recordInterview(tx, { applicationId, doer: byOffice(now), outcome: 'fits', notes, need });
  });
  const decline = act(DAYS.decided, '10:20', async (tx, now) =>
    declineApplication(tx, { applicationId: (await own(tx)).id, doer: byOffice(now), words: words.declined }),
  );
  if (reaches === 'declined') return [apply, decline];
  return [
    apply,
    interview,
    act(DAYS.decided, '10:20', async (tx, now) =>
      acceptApplication(tx, { applicationId: (await own(tx)).id, doer: byOffice(now), reduction: 'full' }),
    ),
    act(DAYS.signed, '21:00', async (tx, now) => {
      const { version } = await currentTerms(tx, side, now);
      const { id: applicationId } = await own(tx);
      return signTerms(tx, { applicationId, doer: byOneself(now), signs: version, locale: 'ja' });
    }),
    {
      at: at(DAYS.paid, '11:30'),
      run: (tx) => payAll(tx, person.id, { personId: coordinatorId, now: at(DAYS.paid, '11:30') }),
    },
  ];
}

/** Books what somebody owes. */
export async function payAll(
  tx: Tx,
  personId: string,
  by: { readonly personId: string; readonly now: Temporal.Instant },
): Promise<void> {
  const { id: applicationId } = await ownApplication(tx, personId);
  const paidOn = by.now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  for (const fee of await listFees(tx, applicationId))
    if (fee.state === 'due')
      await bookPaid(tx, { applicationId, feeId: fee.id, paidOn, doer: { ...by, party: 'coordinator' } });
}

export async function ownApplication(tx: Tx, personId: string): Promise<Application> {
  const application = await findNewestApplication(tx, personId);
  if (!application) throw new Error('somebody of the invented world has not applied');
  return application;
}

/** What somebody would like: the same every time, and different from others. */
function wishesOf({ side, key }: Pick<Applying, 'side' | 'key'>): Applied {
  const chance = chanceFrom(`wishes of ${key}`);
  const some = <T>(all: readonly T[], share: number) => all.filter(() => chance.next() < share);
  const purposes: readonly Purpose[] = [
    'talk',
    ...some(['practice_japanese', 'daily_life', 'culture'] as const, 0.6),
  ];
  return {
    purposes,
    interests: some(INTERESTS, 0.25),
    withIds: [],
    atHome: some(['pets'] as const, 0.15),
    isOnlineOk: chance.next() < 0.6,
    reachKilometers: chance.pick(['5', '10', '20'] as const),
    places: '1',
    genderWish: side === 'resident' && chance.next() < 0.1 ? 'female' : 'any',
    limits: [],
    emergencyContact: words.emergency,
    reduction: 'full',
    shown: [],
    further: [],
    ...(side === 'resident' ? { hopes: chance.pick(words.hopes) } : { why: chance.pick(words.why) }),
  };
}
