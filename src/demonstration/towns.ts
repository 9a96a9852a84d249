import { listTowns, type Town } from '../japanese/places.ts';
import type { Chance } from '../platform/parts/chance.ts';
import character from './data/ward-character.json' with { type: 'json' };
import wards from './data/wards.json' with { type: 'json' };

type CharacterOf = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * A town of a ward; without a ward, of one drawn as people who speak the language live in Tokyo. Weights: foreign residents
 * by ward on 1 December 2023, more where a language's people are known to live.
 */
export function chooseTown(
  chance: Chance,
  { ward, language = '' }: { ward?: string | undefined; language?: string | undefined },
): Town {
  const more: Readonly<Record<string, number>> = (character as CharacterOf)[language] ?? {};
  const weights = Object.entries(wards).map(
    ([code, residents]) => [code, residents * (more[code] ?? 1)] as const,
  );
  const code = ward ?? chance.weigh(weights);
  return chance.pick(listTowns(code).filter(({ name }) => !name.includes('地先')));
}
