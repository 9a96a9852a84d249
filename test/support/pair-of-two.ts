import type { PairState } from '../../src/modules/pairs/types.ts';
import { createPerson } from '../../src/modules/people/index.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { actorOf, type TestHouse, type Visitor } from './house.ts';
import { applyForPair, pairUp } from './pairs.ts';

/** A pair in a test's hands, with its two at their browsers and a coordinator at theirs. */
export interface PairOfTwo {
  readonly id: string;
  readonly residentId: string;
  readonly volunteerId: string;
  readonly residentApplicationId: string;
  readonly volunteerApplicationId: string;
  readonly resident: Visitor;
  readonly volunteer: Visitor;
  readonly coordinatorId: string;
  readonly coordinator: Visitor;
}

/** Kimura and Sita, paired from a day on: active unless said. */
export async function pairOfTwo(
  { db, clock, as }: TestHouse,
  { state = 'active', startedOn = '2026-10-01' }: { state?: PairState; startedOn?: string } = {},
): Promise<PairOfTwo> {
  return inTransaction(db, async (tx) => {
    const now = clock();
    const volunteer = await applyForPair(tx, { side: 'volunteer', name: 'Kimura Sachiko', now });
    const resident = await applyForPair(tx, { side: 'resident', name: 'Sita Rai', now });
    const coordinator = await createPerson(tx, { name: 'Sato', weekly: [], roles: ['coordinator'], now });
    const applications = { volunteerApplicationId: volunteer.id, residentApplicationId: resident.id };
    const day = Temporal.PlainDate.from(startedOn);
    const id = await pairUp(tx, {
      ...applications,
      coordinatorId: coordinator.id,
      state,
      startedOn: day,
      now,
    });
    return {
      ...applications,
      id,
      residentId: resident.personId,
      volunteerId: volunteer.personId,
      resident: as(actorOf({ id: resident.personId })),
      volunteer: as(actorOf({ id: volunteer.personId }, ['volunteer'])),
      coordinatorId: coordinator.id,
      coordinator: as(actorOf({ id: coordinator.id }, ['coordinator'])),
    };
  });
}
