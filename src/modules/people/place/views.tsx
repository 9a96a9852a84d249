import { formatFurigana } from '../../../japanese/furigana.ts';
import {
  findMunicipality,
  furiganaOfTown,
  listMunicipalities,
  type Municipality,
  readingOfTown,
} from '../../../japanese/places.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { rubyWords, type Words } from '../../../platform/languages/messages.tsx';
import type { Person } from '../types.ts';

interface MunicipalityChoice {
  readonly value: string;
  readonly label: string;
  readonly group: string;
}

/** Municipalities to choose from, named as the reader reads, by prefecture; in English by the alphabet, else as they are always listed. */
export function listMunicipalityChoices(locale: Locale): MunicipalityChoice[] {
  const choices = listMunicipalities().map((municipality) => ({
    value: municipality.code,
    label: municipalityName(municipality, locale),
    group: locale === 'en' ? municipality.prefecture.english : municipality.prefecture.name,
  }));
  if (locale !== 'en') return choices;
  const prefectures = [...Map.groupBy(choices, ({ group }) => group).values()];
  return prefectures.flatMap((of) => of.toSorted((one, other) => one.label.localeCompare(other.label, 'en')));
}

/** A municipality's name for a reader: with kana in easy Japanese, in Latin letters in English. */
export function municipalityName(municipality: Municipality, locale: Locale): string {
  if (locale === 'en') return municipality.english;
  return locale === 'ja-easy' ? `${municipality.name}（${municipality.kana}）` : municipality.name;
}

/** The same for the page: in Easy Japanese with the reading above it. */
export function municipalityWords(municipality: Municipality, locale: Locale): Words {
  if (locale !== 'ja-easy') return municipalityName(municipality, locale);
  return rubyWords(formatFurigana([{ base: municipality.name, reading: municipality.kana }]));
}

/** A town on the page: in Latin letters with the written name in English, with the reading above it in Easy Japanese. */
function townWords(municipalityCode: string, town: string, locale: Locale): Words {
  const reading = readingOfTown(municipalityCode, town);
  const written = <span lang="ja">{inTwoPieces(town)}</span>;
  if (!reading || !['en', 'ja-easy'].includes(locale)) return written;
  if (locale === 'en')
    return (
      <>
        {inTwoPieces(inEnglish(reading))} ({written})
      </>
    );
  return rubyWords(formatFurigana(furiganaOfTown(town, reading)));
}

const inEnglish = ({ latin, chome }: { latin: string; chome: number | null }) =>
  chome === null ? latin : `${latin} ${chome}-chome`;

/** Between municipality and town: Japanese and Chinese write on, where it is not for learners. */
const gapIn = (locale: Locale) => (locale === 'en' || locale === 'ja-easy' ? ' ' : '');

/** Municipality and town of somebody on the page; see `placeNameOf`. */
export function placeWordsOf(place: Pick<Person, 'municipalityCode' | 'town'>, locale: Locale): Words | null {
  const municipality = place.municipalityCode && findMunicipality(place.municipalityCode);
  if (!municipality) return null;
  return (
    <>
      {municipalityWords(municipality, locale)}
      {place.town && (
        <>
          {gapIn(locale)}
          {townWords(municipality.code, place.town, locale)}
        </>
      )}
    </>
  );
}

/** The number of a town's part, which stands alone in no line: 四丁目, 4-chome. */
const CHOME = /(?=[一二三四五六七八九十]+丁目$)|(?=\d+-chome$)/u;

/** The same in short lines, for a list that staff read: in one writing, and the number of a 丁目 in one piece. */
export function placeLinesOf(
  place: Pick<Person, 'municipalityCode' | 'town'>,
  locale: Locale,
): readonly Words[] {
  const municipality = place.municipalityCode && findMunicipality(place.municipalityCode);
  if (!municipality) return [];
  if (!place.town) return [municipalityWords(municipality, locale)];
  const reading = locale === 'en' ? readingOfTown(municipality.code, place.town) : null;
  return [
    municipalityWords(municipality, locale),
    <span lang={reading ? undefined : 'ja'}>{inTwoPieces(reading ? inEnglish(reading) : place.town)}</span>,
  ];
}

function inTwoPieces(written: string): Words {
  const [town, chome] = written.split(CHOME);
  return (
    <>
      {town}
      {chome && <span class="unbroken">{chome}</span>}
    </>
  );
}

/** Municipality and town of somebody, for a reader; null while they have not said it. */
export function placeNameOf(
  person: Pick<Person, 'municipalityCode' | 'town'>,
  locale: Locale,
): string | null {
  const municipality = person.municipalityCode && findMunicipality(person.municipalityCode);
  if (!municipality) return null;
  const reading = locale === 'en' && person.town ? readingOfTown(municipality.code, person.town) : null;
  const town = reading ? inEnglish(reading) : person.town;
  return [municipalityName(municipality, locale), town].filter(Boolean).join(gapIn(locale));
}
