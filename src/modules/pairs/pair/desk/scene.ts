import type { Given } from '../../../../kits/questionnaires/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { callName, findPersons, listCoordinators } from '../../../people/index.ts';
import { hasOpenConcern } from '../../../trust/index.ts';
import { membersOf } from '../../applications/store.ts';
import { findExpectations } from '../../expectations/store.ts';
import { findIntroduction } from '../../introduction/store.ts';
import { findDeskMonths } from '../../months/desk/find.ts';
import type { DeskMonths } from '../../months/desk/part.tsx';
import { type DoneStep, listSteps } from '../../steps/store.ts';
import type { Introduction, Pair, Side } from '../../types.ts';
import { findPair } from '../store.ts';
import { PAIR } from '../subject.ts';

/** A pair as coordinators see it. */
export interface DeskPair {
  readonly pair: Pair;
  /** Everybody whom it is of. */
  readonly memberIds: readonly string[];
  readonly introduction: Introduction | null;
  readonly expectations: ReadonlyMap<Side, Given>;
  readonly steps: readonly DoneStep[];
  readonly hasOpenConcern: boolean;
  /** How its months go, and what of them has to be looked at. */
  readonly months: DeskMonths;
  /** Who could take it over. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  /** Names of everybody on the page, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly now: Temporal.Instant;
}

export type DeskPairProps = DeskPair & { readonly form: FormState };

interface Looking {
  readonly pairId: string;
  readonly readerId: string | null;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
}

/** Null where there is none, and for whoever is in it: nobody reads why somebody said no to them. */
export async function loadDeskPair(db: Database, looking: Looking): Promise<DeskPair | null> {
  const { pairId, readerId, locale, now } = looking;
  const pair = await findPair(db, pairId);
  if (!pair) return null;
  const memberIds = await membersOf(db, [pair.volunteerApplicationId, pair.residentApplicationId]);
  if (readerId && memberIds.includes(readerId)) return null;
  const introduction = await findIntroduction(db, pairId);
  const steps = await listSteps(db, { pairId });
  const inOffice = await listCoordinators(db, now);
  const ids = [
    ...[pair.volunteerId, pair.residentId, pair.coordinatorId, ...inOffice],
    ...(introduction ? [introduction.hostId] : []),
    ...steps.flatMap(({ byPerson }) => (byPerson ? [byPerson] : [])),
  ];
  const persons = await findPersons(db, [...new Set(ids)]);
  const names = new Map([...persons].map(([id, person]) => [id, callName(person, locale)]));
  const couldTake = inOffice.filter((id) => id !== pair.coordinatorId && !memberIds.includes(id));
  return {
    ...{ pair, memberIds, steps, names, now },
    introduction: introduction?.calledOffAt ? null : introduction,
    expectations: await findExpectations(db, pairId),
    months: await findDeskMonths(db, pairId),
    hasOpenConcern: await hasOpenConcern(db, PAIR, pairId),
    colleagues: couldTake.map((id) => ({ id, name: names.get(id) ?? '' })),
  };
}

/** The pair as the forms of the page take it. */
export function shownIn({ pair: { id, state, version }, form, now }: DeskPairProps) {
  return { id, state, version, form, now };
}
