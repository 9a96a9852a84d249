import type { Town } from '../../../japanese/places.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { type Outcome, refuse } from '../../../platform/refusal.ts';
import { updatePerson } from '../persons/store.ts';
import type { Person } from '../types.ts';
import { choosePlace, FARTHEST_KM, type TypedPlace } from './rules.ts';

/**
 * Changes where somebody lives, and for a volunteer how far they go.
 * @param change.maxTravelKm whole kilometers from 0 to 100; null leaves it as it is
 */
export async function changePlace(
  tx: Tx,
  person: Person,
  change: TypedPlace & { maxTravelKm: number | null },
): Promise<Outcome<Town>> {
  const place = choosePlace(change);
  if (!place.ok) return place;
  const maxTravelKm = change.maxTravelKm ?? person.maxTravelKm;
  if (maxTravelKm > FARTHEST_KM) {
    return refuse('number_is_out_of_range', { least: 0, most: FARTHEST_KM }, 'maxTravelKm');
  }
  await updatePerson(tx, person, {
    municipalityCode: place.value.municipalityCode,
    town: place.value.name,
    maxTravelKm,
  });
  return place;
}
