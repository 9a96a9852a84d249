import type { Refusal } from '../../../../platform/refusal.ts';
import { MOST, type RequestForm } from '../../types.ts';
import { refusePlace } from './place.ts';
import { type Asking, refuseLength, refuseTimes } from './times/times.ts';

/**
 * All that speaks against asking for this, each beside its field: `ownWords`, `neededTasks`, `talkLanguages`,
 * `municipalityCode`, `town`, `durationMinutes`, `times.0`, `photoIds` …; empty when nothing does.
 */
export function refuseForm(form: RequestForm, asking: Asking): Refusal[] {
  const refusals = [
    refuseWords(form),
    refuseTalk(form),
    refusePlace(form.place, asking.settings),
    refuseLength(form.durationMinutes, asking),
    form.photoIds.length > MOST.photos
      ? { code: 'too_many_photos', params: { most: MOST.photos }, field: 'photoIds' }
      : null,
  ].filter((refusal) => refusal !== null);
  return [
    ...refusals,
    ...refuseTimes(form.possibleTimes, form.durationMinutes, asking),
    ...refuseLengths(form),
  ];
}

function refuseWords(form: RequestForm): Refusal | null {
  return form.ownWords.trim() === '' ? { code: 'say_what_you_need', field: 'ownWords' } : null;
}

function refuseTalk(form: RequestForm): Refusal | null {
  if (form.neededTasks.length === 0) return { code: 'say_what_is_to_be_done', field: 'neededTasks' };
  if (form.talkLanguages.length === 0 && !form.isEasyJapaneseOk) {
    return { code: 'say_how_we_can_talk', field: 'talkLanguages' };
  }
  return null;
}

function refuseLengths({ ownWords, japaneseWords, goodToKnow, place }: RequestForm): Refusal[] {
  const texts = {
    ownWords: [ownWords, MOST.ownWords],
    japaneseWords: [japaneseWords, MOST.japaneseWords],
    goodToKnow: [goodToKnow, MOST.goodToKnow],
    placeName: [place.placeName, MOST.placeName],
    exactAddress: [place.exactAddress, MOST.exactAddress],
  } as const;
  return Object.entries(texts)
    .filter(([, [text, most]]) => text !== null && [...text].length > most)
    .map(([field, [, most]]) => ({ code: 'text_is_too_long', params: { most }, field }));
}
