import type { VNode } from 'preact';
import { findMunicipality } from '../../../japanese/places.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { ReadIn, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Form,
  FormErrors,
  Notice,
  PageHead,
  SummaryList,
  type SummaryRow,
  TextArea,
} from '../../../ui/index.ts';
import { languageName } from '../../people/index.ts';
import { MOST, type RequestForm } from '../types.ts';
import { type SpotKey, spotMessages } from '../words.ts';

/** "Check your answers": every answer in the reader's language, with the Japanese beside it that volunteers will read. */
export function SummaryPage(props: {
  request: RequestForm;
  form: FormState;
  typed: ReadonlyMap<string, readonly string[]>;
}): VNode {
  const t = useWords(spotMessages);
  const { request, form } = props;
  const isJapanese = request.ownWordsLocale === 'ja';
  return (
    <>
      <PageHead title={t('summary_title')} lead={t('summary_lead')} />
      <FormErrors refusals={form.refusals} />
      <SummaryList rows={useRows(request)} />
      <Form action="/spot/requests" draft="spot-request-japanese">
        <Typed typed={props.typed} except={isJapanese ? [] : ['japaneseWords']} />
        {!isJapanese && (
          <TextArea
            {...form.field('japaneseWords')}
            label={t('japanese_words_label')}
            hint={t('japanese_words_hint')}
            maxLength={MOST.japaneseWords}
            rows={4}
            lang="ja"
            optional
          />
        )}
        <Notice tone="info">{t('what_happens_next')}</Notice>
        <Actions>
          <Button kind="main">{t('send_request')}</Button>
          <Button name="intent" value="change" formAction="/spot/requests/summary" noCheck>
            {t('change_answers')}
          </Button>
        </Actions>
      </Form>
    </>
  );
}

/** What was typed, carried along unseen. */
function Typed(props: { typed: ReadonlyMap<string, readonly string[]>; except: readonly string[] }): VNode {
  return (
    <>
      {[...props.typed]
        .filter(([name]) => !props.except.includes(name))
        .flatMap(([name, values]) =>
          values.map((value) => <input type="hidden" name={name} value={value} />),
        )}
    </>
  );
}

function useRows(request: RequestForm): SummaryRow[] {
  const locale = useLocale();
  const t = useWords(spotMessages);
  const own = answersIn(request, locale);
  const japanese = answersIn(request, 'ja');
  const bilingual = localeFacts[locale].tag !== 'ja';
  return own.map(({ label, step, value, isOwn }, index): SummaryRow => {
    const beside = bilingual && !isOwn ? japanese[index] : undefined;
    return {
      label: t(label),
      value,
      change: { href: `/spot/requests/new#${step}`, plainLabel: t.plain(label) },
      ...(beside && { beside: <ReadIn locale="ja">{beside.value}</ReadIn>, besideLang: 'ja' }),
    };
  });
}

interface Answer {
  readonly label: SpotKey;
  readonly step: string;
  readonly value: Words;
  /** In the person's own words: there is no other rendering of them to show. */
  readonly isOwn?: true;
}

/** The answers in one language; a person's own words are the same in each, and never rendered by the program. */
function answersIn(request: RequestForm, locale: Locale): Answer[] {
  const t = spotMessages.in(locale);
  const formats = formatsIn(locale);
  const own = (text: string): Words => (
    <span class="kept-lines" dir="auto">
      {text}
    </span>
  );
  const { place } = request;
  const answers: (Answer | null)[] = [
    { label: 'category_label', step: 'what', value: t(`category_${request.category}`) },
    { label: 'own_words_label', step: 'what', value: own(request.ownWords), isOwn: true },
    {
      label: 'tasks_label',
      step: 'what',
      value: lines(request.neededTasks.map((task) => t(`task_${task}`))),
    },
    request.photoIds.length > 0
      ? { label: 'photo_label', step: 'what', value: t('photos_kept', { count: request.photoIds.length }) }
      : null,
    { label: 'duration_label', step: 'when', value: formats.minutes(request.durationMinutes) },
    {
      label: 'times_label',
      step: 'when',
      value: lines(request.possibleTimes.map((start) => formats.dayTime(start))),
    },
    { label: 'place_kind_label', step: 'where', value: t(`place_kind_${place.kind}`) },
    place.kind === 'place' ? { label: 'place_label', step: 'where', value: placeIn(place, locale) } : null,
    place.exactAddress
      ? { label: 'exact_address_label', step: 'where', value: own(place.exactAddress), isOwn: true }
      : null,
    { label: 'talk_languages_label', step: 'talk', value: lines(languagesIn(request, locale)) },
    {
      label: 'gender_label',
      step: 'wishes',
      value: t(request.genderWish ? `gender_${request.genderWish}` : 'gender_any'),
    },
    request.goodToKnow
      ? { label: 'good_to_know_label', step: 'wishes', value: own(request.goodToKnow), isOwn: true }
      : null,
  ];
  return answers.filter((answer) => answer !== null);
}

function lines(words: readonly Words[]): Words {
  return words.map((word) => <div>{word}</div>);
}

function languagesIn(request: RequestForm, locale: Locale): Words[] {
  const named = request.talkLanguages.map((language) => languageName(language, locale));
  return request.isEasyJapaneseOk ? [...named, spotMessages.in(locale)('easy_japanese_ok')] : named;
}

function placeIn(place: RequestForm['place'], locale: Locale): Words {
  const municipality = findMunicipality(place.municipalityCode ?? '');
  const japanese = localeFacts[locale].tag === 'ja' || localeFacts[locale].tag === 'zh-Hans';
  const name = japanese ? municipality?.name : municipality?.english;
  return (
    <>
      {name} <span lang="ja">{place.town}</span>
      {place.placeName && <div dir="auto">{place.placeName}</div>}
    </>
  );
}
