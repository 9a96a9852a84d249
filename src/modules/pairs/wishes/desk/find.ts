import { brokenConditions, type Fit, fitOf, type Reason } from '../../../../matching/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { findPersons, type Person } from '../../../people/index.ts';
import { listKeptApart } from '../../../trust/index.ts';
import { findCurrentOf, listInPool } from '../../applications/store.ts';
import { poolOf } from '../../pool/parties.ts';
import { WEIGHTS } from '../../rounds/solving/weights.ts';
import type { Application, Side } from '../../types.ts';
import { openSince } from '../rules.ts';
import { listToldMutual, type Mutual } from '../store.ts';

/** Two who both wish for half a year together, and what stands between them and a pair. */
export interface WishingTwo extends Mutual {
  readonly toldAt: Temporal.Instant;
  readonly persons: Readonly<Record<Side, Person>>;
  readonly applications: Readonly<Record<Side, Pick<Application, 'id' | 'state'> | null>>;
  /** Once both wait: what keeps them from being a pair; empty where nothing does. Null before. */
  readonly against: readonly Reason[] | null;
  readonly fit: Fit | null;
}

/** Everybody of whom both wish it, who are not kept apart and in no pair or proposal with each other yet; the latest first. */
export async function listWishingTwo(db: Database, now: Temporal.Instant): Promise<WishingTwo[]> {
  const told = await listToldMutual(db, openSince(now));
  if (told.length === 0) return [];
  const personIds = told.flatMap(({ residentId, volunteerId }) => [residentId, volunteerId]);
  const apart = await listKeptApart(db, personIds);
  const mutual = told.filter(({ residentId, volunteerId }) => !apart.get(residentId)?.includes(volunteerId));
  const persons = await findPersons(db, personIds);
  const current = await findCurrentOf(db, personIds);
  const ids = [...current.values()].map(({ id }) => id);
  const pool = await poolOf(db, await listInPool(db, ids), now);
  const [weights] = WEIGHTS;
  return mutual.flatMap((two) => {
    const [resident, volunteer] = [persons.get(two.residentId), persons.get(two.volunteerId)];
    if (!resident || !volunteer || !weights) return [];
    const applications = {
      resident: current.get(two.residentId) ?? null,
      volunteer: current.get(two.volunteerId) ?? null,
    };
    const one = pool.residents.find(({ id }) => id === applications.resident?.id);
    const other = pool.volunteers.find(({ id }) => id === applications.volunteer?.id);
    const broken = one && other ? brokenConditions(one, other, weights.limits) : null;
    const fit = one && other && broken?.length === 0 ? fitOf(one, other, weights) : null;
    return {
      ...two,
      persons: { resident, volunteer },
      applications,
      against: broken?.map(({ reason }) => reason) ?? null,
      fit,
    };
  });
}
