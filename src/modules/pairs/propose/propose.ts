import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { findHouseholdIds } from '../../people/index.ts';
import { listRestrictionsInForce, personsKeptApart } from '../../trust/index.ts';
import { findApplication } from '../applications/store.ts';
import { tellOfPair } from '../pair/doing.ts';
import { findPair, insertPair, lockApplications } from '../pair/store.ts';
import { pairsSetting } from '../settings.ts';
import { insertStep } from '../steps/store.ts';
import type { Application, Doer, PairReasons } from '../types.ts';
import { answerBy, mayPropose, type Ties } from './rules.ts';
import { findHindrance } from './store.ts';

export interface Proposing {
  readonly volunteerApplicationId: string;
  readonly residentApplicationId: string;
  /** Null for a pair that no round has proposed. */
  readonly roundId: string | null;
  readonly reasons: PairReasons;
  /** 0 to 1000. */
  readonly fit: number;
  /** The coordinator, in whose care it is from then on. */
  readonly doer: Doer<'coordinator'> & { readonly personId: string };
}

/**
 * Proposes a pair: its volunteer is asked first. Holds a place of both. Refuses what `mayPropose` does, two who are in
 * a proposal or pair already (`they_are_proposed_already`), a resident who has chosen somebody (`resident_has_chosen`),
 * and who has no free place (`there_is_no_free_place`).
 * @returns the pair's id
 */
export async function propose(tx: Tx, proposing: Proposing): Promise<Outcome<string>> {
  const { volunteerApplicationId, residentApplicationId, doer } = proposing;
  await lockApplications(tx, [volunteerApplicationId, residentApplicationId]);
  const volunteer = await findApplication(tx, volunteerApplicationId);
  const resident = await findApplication(tx, residentApplicationId);
  if (!volunteer || !resident) return refuse('there_is_no_application');
  const may = mayPropose(volunteer, resident, await findTies(tx, { volunteer, resident, doer }));
  if (!may.ok) return may;
  const hindrance = await findHindrance(tx, volunteer.id, resident.id);
  if (hindrance) return refuse(hindrance);
  const { reasons, fit, roundId } = proposing;
  const id = await insertPair(tx, {
    ...{ volunteerApplicationId, residentApplicationId, roundId, reasons, fit, now: doer.now },
    coordinatorId: doer.personId,
    answerBy: answerBy(doer.now, await readSetting(tx, pairsSetting)),
  });
  if (id === null) return refuse('there_is_no_free_place');
  await insertStep(tx, { pairId: id, act: 'propose', byPerson: doer.personId, at: doer.now });
  const pair = await findPair(tx, id);
  if (pair) await tellOfPair(tx, 'pairs.pair.proposed', pair, doer.personId);
  return accept(id);
}

async function findTies(
  tx: Tx,
  of: { readonly volunteer: Application; readonly resident: Application; readonly doer: Proposing['doer'] },
): Promise<Ties> {
  const { volunteer, resident, doer } = of;
  const all = [...volunteer.memberIds, ...resident.memberIds];
  const apart = new Set<string>();
  for (const id of volunteer.memberIds) for (const other of await personsKeptApart(tx, id)) apart.add(other);
  const limits = await listRestrictionsInForce(tx, all, doer.now);
  return {
    apart,
    suspended: new Set(all.filter((id) => limits.get(id)?.has('suspension'))),
    households: await findHouseholdIds(tx, all),
    doerId: doer.personId,
  };
}
