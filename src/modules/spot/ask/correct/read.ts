import type { SentCall } from '../../../../kits/acts/index.ts';
import type { Outcome, Refusal } from '../../../../platform/refusal.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { choosePlace } from '../../../people/index.ts';
import { readStarts } from '../../meet/times.ts';
import { spotSetting } from '../../settings.ts';
import type { Category, PlaceKind } from '../../types.ts';
import type { Corrected } from './rules.ts';

/** The form's fields after its schema. */
interface Correction extends Readonly<Record<string, unknown>> {
  readonly category: Category;
  readonly durationMinutes: number;
  readonly parts: string;
  readonly placeKind?: PlaceKind | undefined;
  readonly 'place.municipality': string;
  readonly 'place.town': string;
  readonly placeName: string;
  readonly talkLanguages: readonly string[];
  readonly isEasyJapaneseOk: boolean;
}

/** The rules name things as Spot does; on a page with several forms each field has a name of its own. */
const FIELD_OF: Readonly<Record<string, string>> = {
  municipalityCode: 'place.municipality',
  town: 'place.town',
};

/** What was put right, and all that can't be read. */
export async function readCorrection({ db, fields }: Pick<SentCall<Correction>, 'db' | 'fields'>): Promise<{
  readonly corrected: Corrected;
  readonly refusals: readonly Refusal[];
}> {
  const { category, durationMinutes, placeKind, talkLanguages, isEasyJapaneseOk } = fields;
  const some = { category, durationMinutes };
  if (fields.parts === '') return { corrected: some, refusals: [] };
  const times = readStarts(fields, await readSetting(db, spotSetting), 'newTimes');
  if (!placeKind) return { corrected: some, refusals: [{ code: 'choose_where', field: 'placeKind' }] };
  const where = readWhere(fields);
  const refusals = placeKind === 'place' && where.refusal ? [where.refusal] : [];
  const place = { kind: placeKind, ...where.place, placeName: fields.placeName || null };
  const talk = { talkLanguages, isEasyJapaneseOk };
  return {
    corrected: { ...some, ...(fields.parts === 'all' && { possibleTimes: times.starts }), place, talk },
    refusals: [...times.refusals, ...refusals],
  };
}

/** The town as we know it, however it was written. */
function readWhere(fields: Correction) {
  const [municipality, town] = [fields['place.municipality'], fields['place.town']];
  const chosen = choosePlace({ postcode: '', municipality, town });
  if (chosen.ok) {
    const { municipalityCode, name } = chosen.value;
    return { place: { municipalityCode, town: name }, refusal: null };
  }
  const { field } = chosen.refusal;
  const beside = field === 'place.postcode' ? 'place.municipality' : (field ?? 'place.municipality');
  return { place: { municipalityCode: null, town: null }, refusal: { ...chosen.refusal, field: beside } };
}

/** A refusal of the rules, beside the field of the form. */
export function besideItsField<T>(outcome: Outcome<T>): Outcome<T> {
  if (outcome.ok || outcome.refusal.field === undefined) return outcome;
  const { refusal } = outcome;
  const { field = '' } = refusal;
  return {
    ok: false,
    refusal: { ...refusal, field: FIELD_OF[field] ?? field.replace(/^times/, 'newTimes') },
  };
}
