import { findTown, listTowns, type Town } from '../../japanese/places.ts';
import type { RequestPlace } from '../../modules/spot/index.ts';
import type { Chance } from '../chance.ts';
import character from '../data/ward-character.json' with { type: 'json' };
import wards from '../data/wards.json' with { type: 'json' };

/** Where the people of the world live. */
export interface TownChooser {
  /** A town of a ward; without a ward, of one drawn as people who speak the language live in Tokyo. */
  choose(chance: Chance, of: { ward?: string | undefined; language?: string | undefined }): Town;
}

/** Weights: foreign residents by ward on 1 December 2023, more where a language's people are known to live. */
export const towns: TownChooser = {
  choose(chance, { ward, language = '' }) {
    const more: Readonly<Record<string, number>> = (character as CharacterOf)[language] ?? {};
    const weights = Object.entries(wards).map(
      ([code, { residents }]) => [code, residents * (more[code] ?? 1)] as const,
    );
    const code = ward ?? chance.weigh(weights);
    return chance.pick(listTowns(code).filter(({ name }) => !name.includes('地先')));
  },
};

type CharacterOf = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The town hall of a municipality of Tokyo's 23 wards. @throws for any other */
export function officeOf(municipalityCode: string): RequestPlace {
  const ward = Object.entries(wards).find(([code]) => code === municipalityCode)?.[1];
  const town = ward && findTown(municipalityCode, ward.town);
  if (!ward || !town) throw new RangeError(`${municipalityCode} is no ward of the world.`);
  return { kind: 'place', municipalityCode, town: town.name, placeName: ward.office, exactAddress: null };
}
