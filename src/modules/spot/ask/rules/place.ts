import { findMunicipality, findTown, listTowns } from '../../../../japanese/places.ts';
import { toPlace } from '../../../../matching/dispatch/plane.ts';
import type { Place } from '../../../../matching/dispatch/types.ts';
import type { Refusal } from '../../../../platform/refusal.ts';
import type { SpotSettings } from '../../settings.ts';
import type { RequestPlace, SupportRequest } from '../../types.ts';

/** Whether the organization helps in a municipality (JIS code, five digits). */
export function isInArea(municipalityCode: string, settings: SpotSettings): boolean {
  return (
    findMunicipality(municipalityCode) !== undefined &&
    settings.areaPrefectures.includes(municipalityCode.slice(0, 2)) &&
    !settings.areaExceptMunicipalities.includes(municipalityCode)
  );
}

/** What speaks against a place; null when nothing does. Online and by phone, where somebody is doesn't matter. */
export function refusePlace(place: RequestPlace, settings: SpotSettings): Refusal | null {
  if (place.kind !== 'place') return null;
  const { municipalityCode, town } = place;
  if (!municipalityCode) return { code: 'say_which_municipality', field: 'municipalityCode' };
  if (!isInArea(municipalityCode, settings)) {
    return { code: 'place_is_outside_our_area', field: 'municipalityCode' };
  }
  if (!town) return { code: 'say_which_town', field: 'town' };
  if (!findTown(municipalityCode, town)) return { code: 'town_is_not_in_municipality', field: 'town' };
  return null;
}

/** The place as it is kept: what isn't needed for its kind is left out. */
export function keepNeededPlace(place: RequestPlace): RequestPlace {
  if (place.kind === 'place') return place;
  return { kind: place.kind, municipalityCode: null, town: null, placeName: null, exactAddress: null };
}

/** Where a request's place lies on dispatch's plane: its town, or the middle of the municipality's towns. */
export function pointOf(place: SupportRequest['place']): Place | null {
  if (place.kind !== 'place' || !place.municipalityCode) return null;
  const town = place.town ? findTown(place.municipalityCode, place.town) : undefined;
  const towns = town ? [town] : listTowns(place.municipalityCode);
  if (towns.length === 0) return null;
  const sum = towns.reduce((all, one) => ({ lat: all.lat + one.lat, lon: all.lon + one.lon }), {
    lat: 0,
    lon: 0,
  });
  return toPlace(sum.lat / towns.length, sum.lon / towns.length);
}
