import type { VNode } from 'preact';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useHref, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { Card, OwnWords, SummaryList, type SummaryRow } from '../../../ui/index.ts';
import { languageName, placeWordsOf } from '../../people/index.ts';
import { spotPaths } from '../paths.ts';
import type { SupportRequest } from '../types.ts';
import { spotMessages } from '../words.ts';

/** What was asked for, as the requester reads it; their words, and the Japanese rendering with who made it. */
export function RequestFacts(props: { request: SupportRequest; exactAddress: string | null }): VNode {
  const t = useWords(spotMessages);
  const { request } = props;
  return (
    <Card title={t('what_you_asked')} level={2}>
      {request.enteredBy && <p>{t('entered_for_you')}</p>}
      {request.forgottenAt ? <p>{t('texts_are_forgotten')}</p> : <Answers {...props} />}
      <Photos request={request} />
    </Card>
  );
}

function Answers(props: { request: SupportRequest; exactAddress: string | null }): VNode {
  return <SummaryList rows={useRows(props.request, props.exactAddress)} />;
}

function useRows(request: SupportRequest, exactAddress: string | null): SummaryRow[] {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const locale = useLocale();
  const { japanese } = request;
  const rows: (SummaryRow | null)[] = [
    { label: t('category_label'), value: t(`category_${request.category}`) },
    { label: t('own_words_label'), value: <OwnWords as="p">{request.ownWords}</OwnWords> },
    { label: t('tasks_label'), value: lines(request.neededTasks.map((task) => t(`task_${task}`))) },
    japanese && {
      label: t('japanese_rendering'),
      value: (
        <>
          <p lang="ja" class="kept-lines">
            {japanese.words}
          </p>
          <p class="field-hint">{t(`rendering_by_${japanese.origin}`)}</p>
        </>
      ),
    },
    { label: t('times_label'), value: lines(request.possibleTimes.map((start) => formats.dayTime(start))) },
    { label: t('duration_label'), value: formats.minutes(request.durationMinutes) },
    { label: t('place_kind_label'), value: t(`place_kind_${request.place.kind}`) },
    request.place.kind === 'place' ? { label: t('place_label'), value: <Where request={request} /> } : null,
    exactAddress ? { label: t('exact_address_label'), value: <OwnWords>{exactAddress}</OwnWords> } : null,
    {
      label: t('talk_languages_label'),
      value: lines([
        ...request.talkLanguages.map((language) => languageName(language, locale)),
        ...(request.isEasyJapaneseOk ? [t('easy_japanese_ok')] : []),
      ]),
    },
    {
      label: t('gender_label'),
      value: t(request.genderWish ? `gender_${request.genderWish}` : 'gender_any'),
    },
    request.goodToKnow
      ? { label: t('good_to_know_label'), value: <OwnWords>{request.goodToKnow}</OwnWords> }
      : null,
  ];
  return rows.filter((row) => row !== null);
}

function lines(words: readonly Words[]): Words {
  return words.map((word) => <div>{word}</div>);
}

function Where(props: { request: SupportRequest }): VNode {
  const locale = useLocale();
  const { place } = props.request;
  return (
    <>
      {placeWordsOf(place, locale)}
      {place.placeName && <OwnWords as="div">{place.placeName}</OwnWords>}
    </>
  );
}

function Photos(props: { request: SupportRequest }): VNode | null {
  const t = useWords(spotMessages);
  const href = useHref();
  const { id, photoIds } = props.request;
  if (photoIds.length === 0) return null;
  return (
    <ul class="row">
      {photoIds.map((photoId, index) => (
        <li>
          <a href={href(spotPaths.requestPhoto({ id, photoId }))}>
            <img
              class="thumbnail"
              src={href(spotPaths.requestPhoto({ id, photoId }))}
              alt={t.plain('photo_number', { number: index + 1 })}
              loading="lazy"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
