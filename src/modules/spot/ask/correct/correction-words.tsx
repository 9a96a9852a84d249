import { type Formats, formatsIn } from '../../../../platform/languages/formats.tsx';
import type { Locale } from '../../../../platform/languages/locales.ts';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { OwnWords } from '../../../../ui/index.ts';
import { languageName, placeWordsOf } from '../../../people/index.ts';
import type { Correction } from '../../store/corrections.ts';
import type { Category, PlaceKind } from '../../types.ts';
import { spotMessages } from '../../words.ts';
import type { CorrectedPlace } from './rules.ts';

/** What was put right in a request, as it was and as it is since, in the reader's language. */
export function sayCorrection(
  one: Correction,
  locale: Locale,
): { readonly was: Words; readonly becomes: Words } {
  const say = (value: string, place?: CorrectedPlace) => sayValue(one.field, { value, place }, locale);
  return { was: say(one.was, one.places?.was), becomes: say(one.becomes, one.places?.becomes) };
}

function sayValue(
  field: Correction['field'],
  { value, place }: { readonly value: string; readonly place: CorrectedPlace | undefined },
  locale: Locale,
): Words {
  const t = spotMessages.in(locale);
  const formats = formatsIn(locale);
  switch (field) {
    case 'category':
      return t(`category_${value as Category}`);
    case 'duration_minutes':
      return formats.minutes(Number(value));
    case 'possible_times':
      return several(value, (time) => formats.dayTime(Temporal.Instant.from(time)), locale);
    case 'talk_languages':
      return several(
        value,
        (tag) => (tag === 'ja-easy' ? t('easy_japanese_ok') : languageName(tag, locale)),
        locale,
      );
    case 'place':
      return sayPlace(value as PlaceKind, place, locale);
  }
}

function several(value: string, say: (one: string) => Words, locale: Locale): Words {
  const all = value.split(' ').filter(Boolean).map(say);
  return all.length === 0 ? spotMessages.in(locale)('nothing_yet') : (formatsIn(locale) as Formats).list(all);
}

/** Where it was is forgotten with the request; how the two meet is not. */
function sayPlace(kind: PlaceKind, place: CorrectedPlace | undefined, locale: Locale): Words {
  const where = kind === 'place' && place ? placeWordsOf(place, locale) : null;
  if (!where) return spotMessages.in(locale)(`place_kind_${kind}`);
  return (
    <>
      {where}
      {place?.placeName && (
        <>
          {' '}
          <OwnWords>{place.placeName}</OwnWords>
        </>
      )}
    </>
  );
}
