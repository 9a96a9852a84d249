import {
  chomeOf,
  findMunicipality,
  findTown,
  findTownAnywhere,
  type Municipality,
  placesByPostcode,
  readPostcode,
  type Town,
} from '../../../japanese/places.ts';
import { accept, type Outcome, type Refusal, refuse } from '../../../platform/refusal.ts';

/** How far somebody can say that they go. */
export const FARTHEST_KM = 100;

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

/** What a postcode stands for: usually one municipality, sometimes several that share it; none when we don't know it. */
export function findAreas(postcode: string): FoundArea[] {
  const byCode = Map.groupBy(placesByPostcode(postcode), ({ municipality }) => municipality.code);
  return [...byCode.values()].flatMap((places) => {
    const towns = places.flatMap((place) => place.towns);
    return places[0] ? [{ municipality: places[0].municipality, towns }] : [];
  });
}

/**
 * What a postcode stands for, to somebody who may have named the municipality.
 * @returns null for a postcode that we don't know, and for one of several municipalities while none of them is named
 */
export function findArea(postcode: string, municipality = ''): FoundArea | null {
  const areas = findAreas(postcode);
  const only = areas.length === 1 ? areas[0] : undefined;
  return areas.find((area) => area.municipality.code === municipality) ?? only ?? null;
}

/** What speaks against a postcode as it was typed: null for one that we know, and for none. */
export function refusePostcode(postcode: string): Refusal | null {
  if (postcode === '' || findAreas(postcode).length > 0) return null;
  const field = 'place.postcode';
  if (readPostcode(postcode) === null) return { code: 'postcode_has_seven_digits', field };
  return { code: 'postcode_is_unknown', field };
}

/**
 * The town that somebody means. A typed postcode decides: its only town, or the one of its towns that is also named; of
 * several municipalities that share it, the one that is chosen. Without a postcode, the town is needed, and its municipality
 * unless no other one has a town of that name.
 * A town may be named without its 丁目, in kana or in Latin letters. Fields of refusals are `place.postcode`,
 * `place.municipality` and `place.town`.
 */
export function choosePlace(typed: TypedPlace): Outcome<Town> {
  const area = findArea(typed.postcode, typed.municipality);
  if (area) return chooseWithin(area, typed.town);
  const refusal = refusePostcode(typed.postcode);
  if (refusal) return { ok: false, refusal };
  if (typed.postcode !== '') return refuse('postcode_is_shared', {}, 'place.municipality');
  if (typed.municipality === '') {
    const only = typed.town === '' ? undefined : findTownAnywhere(typed.town);
    return only ? accept(only) : refuse('choose_a_municipality', {}, 'place.postcode');
  }
  if (!findMunicipality(typed.municipality)) return refuse('choose_a_municipality', {}, 'place.municipality');
  if (typed.town === '') return refuse('name_the_town', {}, 'place.town');
  const town = findTown(typed.municipality, typed.town);
  return town ? accept(town) : refuse('town_is_unknown', {}, 'place.town');
}

function chooseWithin(area: FoundArea, typedTown: string): Outcome<Town> {
  const named = findTown(area.municipality.code, typedTown);
  if (area.towns.length === 0 && named) return accept(named);
  const only = area.towns.length === 1 ? area.towns[0] : undefined;
  const isOfArea = named !== undefined && area.towns.some((town) => isWithin(town, named));
  const chosen = only ?? (isOfArea ? named : undefined);
  return chosen ? accept(chosen) : refuse('postcode_has_several_towns', {}, 'place.town');
}

/** Whether one town is another one, or one of its 丁目. */
export function isWithin(town: Town, other: Town): boolean {
  return town.name === other.name || (chomeOf(town.name) !== null && town.name.startsWith(other.name));
}
