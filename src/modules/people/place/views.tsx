import type { VNode } from 'preact';
import { formatFurigana } from '../../../japanese/furigana.ts';
import {
  findMunicipality,
  furiganaOfTown,
  listMunicipalities,
  type Municipality,
  readingOfTown,
  type Town,
} from '../../../japanese/places.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { rubyWords, type Words } from '../../../platform/languages/messages.tsx';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Form,
  FormErrors,
  Notice,
  PageHead,
  PlaceField,
  TextField,
} from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import type { Person } from '../types.ts';
import { FARTHEST_KM } from './rules.ts';

/** Where somebody lives, by town: never a street or a house. */
export function PlacePage(props: { form: FormState; towns: readonly Town[]; isVolunteer: boolean }): VNode {
  const words = useWords(peopleMessages);
  const { form } = props;
  return (
    <>
      <PageHead
        title={words('place_title')}
        lead={words('place_lead')}
        back={{ href: housePaths.me(), label: words('back_to_my_page') }}
      />
      <FormErrors refusals={form.refusals} />
      <LookUpAnswer {...props} />
      <Form action={peoplePaths.place()} idempotencyKey={form.value('idempotency_key') || undefined}>
        <PlaceOf form={form} towns={props.towns} />
        {props.isVolunteer && (
          <TextField
            {...form.field('maxTravelKm')}
            label={words('max_travel_km')}
            hint={words('max_travel_km_hint', { most: FARTHEST_KM })}
            inputmode="numeric"
            width="short"
          />
        )}
        <Actions>
          <Button kind="main">{words('keep')}</Button>
          <Button name="lookUp" value="yes" noCheck>
            {words('look_up_towns')}
          </Button>
        </Actions>
      </Form>
    </>
  );
}

function PlaceOf(props: { form: FormState; towns: readonly Town[] }): VNode {
  const words = useWords(peopleMessages);
  const { form } = props;
  return (
    <PlaceField
      name="place"
      label={words('place_label')}
      municipalities={listMunicipalityChoices(useLocale())}
      towns={props.towns}
      value={{
        postcode: form.value('place.postcode'),
        municipality: form.value('place.municipality'),
        town: form.value('place.town'),
      }}
      refusals={{
        postcode: form.refusalOf('place.postcode'),
        municipality: form.refusalOf('place.municipality'),
        town: form.refusalOf('place.town'),
      }}
    />
  );
}

// A whole city has hundreds of towns: they are offered while typing instead.
const MOST_TOWNS_SHOWN = 60;

function LookUpAnswer(props: { form: FormState; towns: readonly Town[] }): VNode | null {
  const words = useWords(peopleMessages);
  if (props.form.value('lookedUp') === '' || props.towns.length === 0) return null;
  return (
    <Notice role="status" title={words('towns_found', { count: props.towns.length })}>
      {props.towns.length <= MOST_TOWNS_SHOWN && (
        <p lang="ja">{props.towns.map(({ name }) => name).join(' · ')}</p>
      )}
    </Notice>
  );
}

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
  const written = <span lang="ja">{town}</span>;
  if (!reading || !['en', 'ja-easy'].includes(locale)) return written;
  if (locale === 'en')
    return (
      <>
        {inEnglish(reading)} ({written})
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
