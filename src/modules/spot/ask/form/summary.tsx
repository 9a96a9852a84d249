import type { VNode } from 'preact';
import { languageOf } from '../../../../platform/languages/detect.ts';
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import { type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { ReadIn, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Form,
  Notice,
  OwnWords,
  PageHead,
  Select,
  SummaryList,
  type SummaryRow,
  TextArea,
} from '../../../../ui/index.ts';
import { LANGUAGES, languageName, placeWordsOf, plainLanguageName } from '../../../people/index.ts';
import { spotPaths } from '../../paths.ts';
import { MOST, type RequestForm } from '../../types.ts';
import { type SpotKey, spotMessages } from '../../words.ts';
import type { Typed } from './form.ts';
import { DraftPhoto } from './steps/draft-photo.tsx';

/** "Check your answers": every answer in the reader's language, with the Japanese beside it that volunteers will read. */
export function SummaryPage(props: { request: RequestForm; form: FormState; typed: Typed }): VNode {
  const t = useWords(spotMessages);
  const { request, form } = props;
  const isJapanese = request.ownWordsLocale === 'ja';
  return (
    <>
      <PageHead title={t('summary_title')} lead={t('summary_lead')} />
      <SummaryList rows={useRows(request)} />
      <Form action={spotPaths.requests()} draft="spot-request-japanese">
        <Carried typed={props.typed} except={[...(isJapanese ? [] : ['japaneseWords']), 'writtenIn']} />
        <WrittenIn request={request} />
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
        <Notice tone="info">
          <p>{t('what_happens_next')}</p>
          <p>{t('what_it_costs')}</p>
        </Notice>
        <Actions>
          <Button kind="main">{t('send_request')}</Button>
          <Button name="intent" value="change" formAction={spotPaths.requestsSummary()} noCheck>
            {t('change_answers')}
          </Button>
        </Actions>
      </Form>
    </>
  );
}

/** In which language they wrote: asked where the words alone don't show it, with the likely one chosen. */
function WrittenIn({ request }: { readonly request: RequestForm }): VNode {
  const t = useWords(spotMessages);
  const locale = useLocale();
  const tag = request.ownWordsLocale;
  const code = tag === 'zh-Hans' ? 'zh' : tag;
  if (languageOf(request.ownWords) === tag) return <input type="hidden" name="writtenIn" value={code} />;
  return (
    <Select
      name="writtenIn"
      value={code}
      label={t('written_in_label')}
      hint={t('written_in_hint')}
      options={LANGUAGES.map((one) => ({ value: one, label: plainLanguageName(one, locale) }))}
    />
  );
}

/** What was typed, carried along unseen. */
function Carried(props: { typed: Typed; except: readonly string[] }): VNode {
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
  return own.map(({ label, field, value, isOwn }, index): SummaryRow => {
    const beside = bilingual && !isOwn ? japanese[index] : undefined;
    return {
      label: t(label),
      value,
      change: { href: `${spotPaths.requestsNew()}#${field}`, plainLabel: t.plain(label) },
      ...(beside && { beside: <ReadIn locale="ja">{beside.value}</ReadIn>, besideLang: 'ja' }),
    };
  });
}

interface Answer {
  readonly label: SpotKey;
  /** Where the form asks for it. */
  readonly field: string;
  readonly value: Words;
  /** In the person's own words or pictures: there is no other rendering of them to show. */
  readonly isOwn?: true;
}

/** The answers in one language; a person's own words are the same in each, and never rendered by the program. */
function answersIn(request: RequestForm, locale: Locale): Answer[] {
  const t = spotMessages.in(locale);
  const formats = formatsIn(locale);
  const own = (text: string): Words => <OwnWords>{text}</OwnWords>;
  const { place } = request;
  const answers: (Answer | null)[] = [
    { label: 'category_label', field: 'category', value: t(`category_${request.category}`) },
    { label: 'own_words_label', field: 'ownWords', value: own(request.ownWords), isOwn: true },
    {
      label: 'tasks_label',
      field: 'neededTasks',
      value: lines(request.neededTasks.map((task) => t(`task_${task}`))),
    },
    request.photoIds.length > 0
      ? { label: 'photo_label', field: 'photo', value: <Photos ids={request.photoIds} />, isOwn: true }
      : null,
    { label: 'duration_label', field: 'durationMinutes', value: formats.minutes(request.durationMinutes) },
    {
      label: 'times_label',
      field: 'times',
      value: lines(request.possibleTimes.map((start) => formats.dayTime(start))),
    },
    { label: 'place_kind_label', field: 'placeKind', value: t(`place_kind_${place.kind}`) },
    place.kind === 'place' ? { label: 'place_label', field: 'place', value: placeIn(place, locale) } : null,
    place.exactAddress
      ? { label: 'exact_address_label', field: 'exactAddress', value: own(place.exactAddress), isOwn: true }
      : null,
    { label: 'talk_languages_label', field: 'talkLanguages', value: lines(languagesIn(request, locale)) },
    {
      label: 'gender_label',
      field: 'genderWish',
      value: t(request.genderWish ? `gender_${request.genderWish}` : 'gender_any'),
    },
    request.goodToKnow
      ? { label: 'good_to_know_label', field: 'goodToKnow', value: own(request.goodToKnow), isOwn: true }
      : null,
  ];
  return answers.filter((answer) => answer !== null);
}

function Photos(props: { ids: readonly string[] }): VNode {
  return (
    <span class="row">
      {props.ids.map((id, index) => (
        <DraftPhoto id={id} number={index + 1} />
      ))}
    </span>
  );
}

function lines(words: readonly Words[]): Words {
  return words.map((word) => <div>{word}</div>);
}

function languagesIn(request: RequestForm, locale: Locale): Words[] {
  const named = request.talkLanguages.map((language) => languageName(language, locale));
  return request.isEasyJapaneseOk ? [...named, spotMessages.in(locale)('easy_japanese_ok')] : named;
}

function placeIn(place: RequestForm['place'], locale: Locale): Words {
  return (
    <>
      {placeWordsOf(place, locale)}
      {place.placeName && <OwnWords as="div">{place.placeName}</OwnWords>}
    </>
  );
}
