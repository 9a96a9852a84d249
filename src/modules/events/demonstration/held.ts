import type { InventedWorld } from '../../../platform/parts/demonstration.ts';
import { dayOf, type Plan } from './plans.ts';

/** An event as the world goes by: what it learns of it stands here. */
export interface Held {
  readonly world: InventedWorld;
  readonly plan: Plan;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** Who writes it, and who looks at it before it is published. */
  readonly byIds: readonly [writer: string, publisher: string];
  /** Days before today, or before its own day where it is over. */
  at(daysBefore: number, time: string): Temporal.Instant;
  eventId: string;
  /** Of whoever registered first. */
  firstId: string;
}

/** One of the plans, as it stands before anything has happened; `place` says who of the coordinators writes it. */
export function heldIn(world: InventedWorld, plan: Plan, place: number): Held {
  const day = dayOf(world, plan);
  const [from, until] = plan.hours;
  const counted = plan.becomes === 'over' ? day : world.today;
  const coordinator = (turn: number) => world.coordinatorIds[turn % world.coordinatorIds.length] ?? '';
  return {
    ...{ world, plan, eventId: '', firstId: '' },
    startsAt: world.at(day, from),
    endsAt: world.at(day, until),
    byIds: [coordinator(place), coordinator(place + 1)],
    at: (days, time) => world.at(counted.subtract({ days }), time),
  };
}
