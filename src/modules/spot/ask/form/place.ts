import type { Town } from '../../../../japanese/places.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import type { Refusal } from '../../../../platform/refusal.ts';
import {
  choosePlace,
  findArea,
  findAreas,
  isWithin,
  placeNameOf,
  refusePostcode,
} from '../../../people/index.ts';

/** Where somebody lives, as far as they have said it. */
export interface Home {
  readonly municipalityCode: string;
  readonly town: string;
}

/** The fields of the form that are about it, as typed. */
export interface PlaceFields {
  readonly placeAt: string;
  readonly 'place.postcode': string;
  readonly 'place.municipality': string;
  readonly 'place.town': string;
}

export interface ChosenPlace {
  readonly municipalityCode: string | null;
  readonly town: string | null;
  readonly refusals: readonly Refusal[];
}

/**
 * Where help is needed, as typed: in the town where they live, when they have said so, or elsewhere. Refuses what is
 * missing, and a postcode that is of another city or town than the one chosen.
 */
export function readPlace(fields: PlaceFields, about: { home: Home | null; locale: Locale }): ChosenPlace {
  if (about.home && fields.placeAt === 'home') return { ...about.home, refusals: [] };
  const typed = typedPlace(fields);
  const isEmpty = typed.postcode === '' && typed.municipality === '' && typed.town === '';
  if (about.home && fields.placeAt === '' && isEmpty)
    return refused({ code: 'choose_home_or_elsewhere', field: 'placeAt' });
  const against = refuseContradiction(fields, about.locale);
  if (against) return { ...refused(against), municipalityCode: typed.municipality, town: typed.town };
  const chosen = choosePlace(typed);
  if (chosen.ok)
    return { municipalityCode: chosen.value.municipalityCode, town: chosen.value.name, refusals: [] };
  return {
    municipalityCode: typed.municipality || null,
    town: typed.town || null,
    refusals: [chosen.refusal],
  };
}

/**
 * A form with what its postcode says: where nothing was chosen, or, when that was asked for, in place of what was. Asked
 * for one that we don't know, the town found before goes: it was never that postcode's.
 */
export function fillInPlace<Fields extends PlaceFields>(
  fields: Fields,
  how: 'where_empty' | 'in_place',
): Fields {
  const { postcode, municipality, town } = typedPlace(fields);
  const area = findArea(postcode, municipality);
  const code = area?.municipality.code ?? '';
  const names = area?.towns.map(({ name }) => name) ?? [];
  const only = names.length === 1 ? (names[0] ?? '') : '';
  if (how === 'in_place' && postcode !== '')
    return {
      ...fields,
      placeAt: 'elsewhere',
      'place.municipality': code,
      'place.town': names.includes(town) ? town : only,
    };
  return { ...fields, 'place.municipality': municipality || code, 'place.town': town || only };
}

/** What speaks against the postcode of a form that was kept, which is said before the whole form is checked. */
export function refuseLookedUp(fields: PlaceFields & { readonly placeKind: string }): Refusal[] {
  const isAsked = fields.placeAt === 'elsewhere' && ['', 'place'].includes(fields.placeKind);
  const refusal = isAsked ? refusePostcode(fields['place.postcode']) : null;
  return refusal ? [refusal] : [];
}

/** Only the few towns of a postcode are a list to choose from; those of a whole city are offered while typing. */
const MOST_TO_CHOOSE_FROM = 40;

/** The towns of a postcode, when they are several and few; none otherwise. */
export function townsToChooseFrom(postcode: string, municipality: string): readonly Town[] {
  const towns = findArea(postcode, municipality)?.towns ?? [];
  return towns.length > 1 && towns.length <= MOST_TO_CHOOSE_FROM ? towns : [];
}

function refuseContradiction(fields: PlaceFields, locale: Locale): Refusal | null {
  const { postcode, municipality, town } = typedPlace(fields);
  const areas = findAreas(postcode);
  if (areas.length === 0) return null;
  const area = findArea(postcode, municipality);
  if (municipality !== '' && municipality !== area?.municipality.code) {
    const names = areas.map((one) =>
      placeNameOf({ municipalityCode: one.municipality.code, town: null }, locale),
    );
    const place = new Intl.ListFormat(locale, { type: 'disjunction' }).format(
      names.filter((name) => name !== null),
    );
    return { code: 'postcode_is_elsewhere', params: { place }, field: 'place.postcode' };
  }
  if (!area || town === '' || area.towns.length === 0) return null;
  const named = choosePlace({ postcode: '', municipality: area.municipality.code, town });
  const isOfPostcode = named.ok && area.towns.some((one) => isWithin(one, named.value));
  return isOfPostcode ? null : { code: 'town_is_not_of_postcode', field: 'place.town' };
}

function typedPlace(fields: PlaceFields) {
  return {
    postcode: fields['place.postcode'],
    municipality: fields['place.municipality'],
    town: fields['place.town'],
  };
}

function refused(refusal: Refusal): ChosenPlace {
  return { municipalityCode: null, town: null, refusals: [refusal] };
}
