import { useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import type { FieldRefusal } from '../../../../ui/index.ts';
import { type SpotKey, spotMessages } from '../../words.ts';

/** The fields in the order in which the form asks for them, each with its label. */
const LABELS: Readonly<Record<string, SpotKey>> = {
  category: 'category_label',
  ownWords: 'own_words_label',
  neededTasks: 'tasks_label',
  photo: 'photo_label',
  durationMinutes: 'duration_label',
  times: 'times_label',
  placeKind: 'place_kind_label',
  placeAt: 'place_label',
  place: 'place_by_town',
  placeName: 'place_name_label',
  exactAddress: 'exact_address_label',
  talkLanguages: 'talk_languages_label',
  genderWish: 'gender_label',
  goodToKnow: 'good_to_know_label',
  japaneseWords: 'japanese_words_label',
};
const ORDER = Object.keys(LABELS);

/** What a form could not take, from its first field to its last, each with the name of the field and of the time. */
export function useRefusalsInOrder(form: FormState): FieldRefusal[] {
  const t = useWords(spotMessages);
  // What a form asks beside these stands behind them; what is about no field, before.
  const placeOf = (field = '') => {
    const place = ORDER.indexOf(questionOf(field));
    return place === -1 && field !== '' ? ORDER.length : place;
  };
  return form.refusals
    .toSorted((a, b) => placeOf(a.field) - placeOf(b.field) || rowOf(a.field) - rowOf(b.field))
    .map(({ field, words }) => {
      const key = field && LABELS[questionOf(field)];
      const row = rowOf(field);
      const label = row > 0 ? t('time_of_row', { row }) : key && t(key);
      return { field, words, ...(label && { label }) };
    });
}

/** `place.town` belongs to the question about the place. */
function questionOf(field: string): string {
  return field.split('.')[0] ?? '';
}

/** Which of the possible times a field is about, from 1; 0 for every other field. */
function rowOf(field = ''): number {
  const row = /^times\.(\d+)/.exec(field)?.[1];
  return row === undefined ? 0 : Number(row) + 1;
}
