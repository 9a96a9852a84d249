import { brokenConditions } from '../fit/conditions.ts';
import { flawsOfResident, flawsOfVolunteer, isDay } from '../people/check-party.ts';
import type { Party, Reason } from '../people/party.ts';
import type { RoundOfPairs } from './types.ts';

/**
 * Thrown when a round is asked for people or wishes of the coordinator that `flawsOfRound` would have
 * refused.
 */
export class RoundOfPairsRefused extends Error {
  readonly reasons: readonly Reason[];
  constructor(reasons: readonly Reason[]) {
    super(reasons.map(({ code, params }) => `${code} ${JSON.stringify(params)}`).join('; '));
    this.name = 'RoundOfPairsRefused';
    this.reasons = reasons;
  }
}

/**
 * Lists everything that keeps a round from being held, each as a reason with the ids it is about; empty when
 * nothing does.
 */
export function flawsOfRound(input: RoundOfPairs): Reason[] {
  const flaws = [...input.residents.flatMap(flawsOfResident), ...input.volunteers.flatMap(flawsOfVolunteer)];
  for (const side of [input.residents, input.volunteers]) {
    const seen = new Set<string>();
    for (const { id } of side) {
      if (seen.has(id)) flaws.push({ code: 'id_stands_twice', params: { id } });
      seen.add(id);
    }
  }
  if (!isDay(input.today_on)) flaws.push({ code: 'round_is_on_no_day', params: {} });
  return [...flaws, ...personsTwice(input), ...flawsOfDecisions(input)];
}

/**
 * Names each person who stands in several applications that this round could pair, on whichever side: alone and
 * as a household, or as resident and as volunteer. To choose the best of them is a three-dimensional matching
 * (see README.md), so the choice is made before the round.
 */
function personsTwice({ residents, volunteers }: RoundOfPairs): Reason[] {
  const canBePaired: Party[] = [
    ...residents.filter(({ isInPool }) => isInPool),
    ...volunteers.filter(({ isInPool, capacity, currentPairs }) => isInPool && currentPairs < capacity),
  ];
  const partiesOf = new Map<string, string[]>();
  for (const { id, personIds } of canBePaired)
    for (const personId of new Set(personIds)) {
      const parties = partiesOf.get(personId);
      if (parties) parties.push(id);
      else partiesOf.set(personId, [id]);
    }
  return [...partiesOf]
    .filter(([, ids]) => ids.length > 1)
    .map(([personId, ids]) => ({ code: 'person_stands_twice', params: { personId, ids: ids.sort() } }));
}

/**
 * What speaks against the coordinator's own pairs: unknown people, two decisions on one resident, broken
 * conditions.
 */
function flawsOfDecisions(input: RoundOfPairs): Reason[] {
  const flaws: Reason[] = [];
  const residents = new Map(input.residents.map((resident) => [resident.id, resident]));
  const volunteers = new Map(input.volunteers.map((volunteer) => [volunteer.id, volunteer]));
  const places = new Map(
    input.volunteers.map(({ id, capacity, currentPairs }) => [id, capacity - currentPairs]),
  );
  const decided = new Set<string>();
  for (const { residentId, volunteerId } of input.pinned ?? []) {
    const say = (code: string, more: Reason['params'] = {}) =>
      flaws.push({ code, params: { residentId, volunteerId, ...more } });
    const [resident, volunteer] = [residents.get(residentId), volunteers.get(volunteerId)];
    if (!resident || !volunteer) {
      say('pinned_pair_is_not_in_the_round');
      continue;
    }
    const broken = brokenConditions(resident, volunteer, input.weights.limits);
    if (broken.length > 0)
      say('pinned_pair_breaks_a_condition', { conditions: broken.map(({ name }) => name) });
    if (decided.has(residentId)) say('resident_is_pinned_twice');
    decided.add(residentId);
    const left = (places.get(volunteerId) ?? 0) - 1;
    places.set(volunteerId, left);
    if (left < 0 && broken.length === 0) say('volunteer_is_pinned_beyond_capacity');
    if (input.forbidden?.some((pair) => pair.residentId === residentId && pair.volunteerId === volunteerId))
      say('pair_is_both_pinned_and_forbidden');
  }
  return flaws;
}
