import {
  findMunicipality,
  findTown,
  type Municipality,
  placesByPostcode,
  readPostcode,
  type Town,
} from '../../../japanese/places.ts';
import { accept, type Outcome, type Refusal, refuse } from '../../../platform/refusal.ts';

/** What somebody typed about where they live; any of it may be empty. */
export interface TypedPlace {
  readonly postcode: string;
  readonly municipality: string;
  readonly town: string;
}

/** A municipality and the towns to choose from there; only the towns of the postcode when there is one. */
export interface FoundArea {
  readonly municipality: Municipality;
  readonly towns: readonly Town[];
}

/**
 * What a postcode stands for.
 * @returns null for a postcode that we don't know or that is not one; of several municipalities the first
 */
export function findArea(postcode: string): FoundArea | null {
  const places = placesByPostcode(postcode);
  const first = places[0];
  if (!first) return null;
  const same = places.filter(({ municipality }) => municipality.code === first.municipality.code);
  return { municipality: first.municipality, towns: same.flatMap(({ towns }) => towns) };
}

/** What speaks against a postcode as it was typed: null for one that we know, and for none. */
export function refusePostcode(postcode: string): Refusal | null {
  if (postcode === '' || findArea(postcode)) return null;
  const field = 'place.postcode';
  if (readPostcode(postcode) === null) return { code: 'postcode_has_seven_digits', field };
  return { code: 'postcode_is_unknown', field };
}

/**
 * The town that somebody means. A typed postcode decides: its only town, or the one of its towns that is also named.
 * Without a postcode, municipality and town are needed. Fields of refusals are `place.postcode`,
 * `place.municipality` and `place.town`.
 */
export function choosePlace(typed: TypedPlace): Outcome<Town> {
  const area = findArea(typed.postcode);
  if (area) return chooseWithin(area, typed.town);
  const refusal = refusePostcode(typed.postcode);
  if (refusal) return { ok: false, refusal };
  if (!findMunicipality(typed.municipality)) {
    return refuse(
      'choose_a_municipality',
      {},
      typed.municipality === '' ? 'place.postcode' : 'place.municipality',
    );
  }
  if (typed.town === '') return refuse('name_the_town', {}, 'place.town');
  const town = findTown(typed.municipality, typed.town);
  return town ? accept(town) : refuse('town_is_unknown', {}, 'place.town');
}

function chooseWithin(area: FoundArea, typedTown: string): Outcome<Town> {
  const named = findTown(area.municipality.code, typedTown);
  if (area.towns.length === 0 && named) return accept(named);
  const only = area.towns.length === 1 ? area.towns[0] : undefined;
  const chosen = only ?? area.towns.find(({ name }) => name === named?.name);
  return chosen ? accept(chosen) : refuse('postcode_has_several_towns', {}, 'place.town');
}
