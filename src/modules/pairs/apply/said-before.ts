import { type DraftFields, typedValues } from '../../../kits/forms/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { listHousehold } from '../../people/index.ts';
import { listApplicationsOf } from '../applications/store.ts';
import type { Application } from '../types.ts';
import { LIMITS, REACHES } from './choices.ts';
import { type FillingIn, firstValues } from './filling-in.ts';
import { applicationQuestions } from './questions.ts';

/** With what a form begins for somebody: what they said when they last applied on this side, else what is taken for granted. */
export async function findBeginning(
  db: Database,
  filling: FillingIn,
): Promise<{ readonly fields: DraftFields; readonly isSaidBefore: boolean }> {
  const { side, person, of } = filling;
  const fields = firstValues(filling);
  // What is forgotten has no purposes any more.
  const before = (await listApplicationsOf(db, person.id)).find(
    (one) => one.side === side && one.purposes.length > 0,
  );
  if (!before) return { fields, isSaidBefore: false };
  const household = (await listHousehold(db, person.id)).map(({ personId }) => personId);
  const said = typedValues(of, saidIn(before, household)) as DraftFields;
  return { fields: { ...fields, ...said }, isSaidBefore: true };
}

/** An application as its form was filled in; consents and the pledge are given anew. @param household who could join now */
export function saidIn(
  application: Application,
  household: readonly string[],
): Readonly<Record<string, unknown>> {
  const { facts, places, memberIds, purposes, emergencyContact } = application;
  const { wishes } = facts;
  const isLimit = {
    children: wishes.withoutChildren,
    pets: wishes.withoutPets,
    smoking: wishes.withoutSmoking,
  };
  const isGiven = ([name, value]: [string, unknown]) =>
    applicationQuestions[application.side].form.has(name) && typeof value === 'string';
  return {
    ...Object.fromEntries(Object.entries(facts.given?.answers ?? {}).filter(isGiven)),
    purposes,
    requiredPurposes: facts.requiredPurposes,
    interests: facts.interests,
    withIds: household.filter((id) => memberIds.includes(id)),
    atHome: [...(facts.hasPets ? ['pets'] : []), ...(facts.smokes ? ['smoking'] : [])],
    isOnlineOk: facts.isOnlineOk,
    reachKilometers: REACHES.find((reach) => Number(reach) >= facts.reachKilometers) ?? REACHES.at(-1),
    places: `${places}`,
    genderWish: wishes.gender === null || wishes.gender === 'other' ? 'any' : wishes.gender,
    limits: LIMITS.filter((limit) => isLimit[limit]),
    emergencyContact: emergencyContact ?? '',
    reduction: facts.wishedReduction,
  };
}
