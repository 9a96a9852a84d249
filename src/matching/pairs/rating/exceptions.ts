import type { Party } from '../../people/party.ts';
import type { PeopleOfRound } from '../types.ts';

type IdsOf = (party: Party) => readonly string[];

/** What of a resident meets what of a volunteer where one of the rare conditions could be broken. */
const meetings: readonly (readonly [ofResident: IdsOf, ofVolunteer: IdsOf])[] = [
  [({ personIds }) => personIds, ({ personIds }) => personIds],
  [({ householdIds }) => householdIds, ({ householdIds }) => householdIds],
  [({ employerIds }) => employerIds, ({ employerIds }) => employerIds],
  [({ keptApartFromIds }) => keptApartFromIds, ({ personIds }) => personIds],
  [({ personIds }) => personIds, ({ keptApartFromIds }) => keptApartFromIds],
  [({ formerPartnerIds }) => formerPartnerIds, ({ personIds }) => personIds],
  [({ personIds }) => personIds, ({ formerPartnerIds }) => formerPartnerIds],
];

/**
 * Lists for each resident the volunteers with whom one of the conditions about single persons may be broken, or whom
 * the coordinator has ruled out: few, so they are judged by the conditions themselves.
 */
export function exceptionsOf({ residents, volunteers, input }: PeopleOfRound): (readonly number[])[] {
  const found: number[][] = residents.map(() => []);
  for (const [ofResident, ofVolunteer] of meetings) {
    const columns = columnsById(volunteers, ofVolunteer);
    residents.forEach((resident, row) => {
      for (const id of ofResident(resident)) found[row]!.push(...(columns.get(id) ?? []));
    });
  }
  const rowOf = new Map(residents.map(({ id }, row) => [id, row]));
  const columnOf = new Map(volunteers.map(({ id }, column) => [id, column]));
  for (const { residentId, volunteerId } of input.forbidden ?? [])
    found[rowOf.get(residentId) ?? -1]?.push(columnOf.get(volunteerId) ?? -1);
  return found;
}

function columnsById(volunteers: readonly Party[], idsOf: IdsOf): Map<string, number[]> {
  const columns = new Map<string, number[]>();
  volunteers.forEach((volunteer, column) => {
    for (const id of idsOf(volunteer)) {
      const known = columns.get(id);
      if (known) known.push(column);
      else columns.set(id, [column]);
    }
  });
  return columns;
}
