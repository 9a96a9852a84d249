import type { Party, Reason, Resident, Volunteer } from '../../people/party.ts';

/** What either side asked of the other holds: the same rule read in both directions. */
export function wishesOfBothAreRespected(resident: Resident, volunteer: Volunteer): Reason | null {
  const residents = firstUnmetWish(resident, volunteer);
  if (residents) return { code: `resident_wishes_${residents}`, params: {} };
  const volunteers = firstUnmetWish(volunteer, resident);
  return volunteers ? { code: `volunteer_wishes_${volunteers}`, params: {} } : null;
}

/** The wishes of one side, by the word that ends the code of the reason. */
export const wishNames = ['gender', 'no_children', 'no_pets', 'no_smoking'] as const;

export type WishName = (typeof wishNames)[number];

function firstUnmetWish(side: Party, other: Party): WishName | null {
  const { gender, withoutChildren, withoutPets, withoutSmoking } = side.wishes;
  if (gender !== null && other.adultGenders.some((adult) => adult !== gender)) return 'gender';
  if (withoutChildren && other.childAges.length > 0) return 'no_children';
  if (withoutPets && other.hasPets) return 'no_pets';
  if (withoutSmoking && other.smokes) return 'no_smoking';
  return null;
}
