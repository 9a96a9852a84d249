import type { VNode } from 'preact';
import { localeFacts } from '../../../../platform/languages/locales.ts';
import { useFormats, useHref, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Card, OwnWords, SummaryList, type SummaryRow } from '../../../../ui/index.ts';
import { spokenName } from '../../offer/cards/card.tsx';
import { Town } from '../../offer/town.tsx';
import { spotPaths } from '../../paths.ts';
import { mayShowWordsBeforeConfirmation } from '../../rules/words.ts';
import { spotMessages, taskKey } from '../../words.ts';
import { maySeePhotos } from '../rules/address.ts';
import type { VisitScene } from './scene.ts';

/** What it is about and where: only as much as the volunteer needs now. */
export function VisitFacts(props: VisitScene): VNode {
  const t = useWords(spotMessages);
  return (
    <Card title={t('about_the_visit')} level={2}>
      <SummaryList rows={useRows(props)} />
      {maySeePhotos('assigned_volunteer', props.request.state) && <Photos {...props} />}
    </Card>
  );
}

function useRows(scene: VisitScene): SummaryRow[] {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const locale = useLocale();
  const { request, assignment, exactAddress } = scene;
  const rows: (SummaryRow | null)[] = [
    ...useWordRows(scene),
    { label: t('where'), value: <Where {...scene} /> },
    exactAddress ? { label: t('exact_address'), value: <span lang="ja">{exactAddress}</span> } : null,
    { label: t('length'), value: formats.minutes(request.durationMinutes) },
    {
      label: t('what_it_needs'),
      value: request.neededTasks.map((task) => <div>{t(taskKey(task, request.place.kind))}</div>),
    },
    {
      label: t('language'),
      value: t('you_would_speak', { language: spokenName(assignment.language, locale) }),
    },
  ];
  return rows.filter((row) => row !== null);
}

/** What was written. Words that may speak of health or children are for the one who goes, once both have agreed. */
function useWordRows({ request, counterpart }: VisitScene): SummaryRow[] {
  const t = useWords(spotMessages);
  const locale = useLocale();
  if (request.forgottenAt) return [{ label: t('own_words'), value: t('words_are_forgotten') }];
  if (!counterpart && !mayShowWordsBeforeConfirmation(request.category)) {
    return [
      {
        label: t('details'),
        value: <span lang={localeFacts[locale].tag}>{t('words_come_later')}</span>,
      },
    ];
  }
  const { japanese } = request;
  const rows: (SummaryRow | null)[] = [
    { label: t('own_words'), value: <OwnWords>{request.ownWords}</OwnWords> },
    japanese && {
      label: t('in_japanese_by', { origin: japanese.origin }),
      value: <JapaneseWords>{japanese.words}</JapaneseWords>,
    },
    counterpart && request.goodToKnow
      ? { label: t('good_to_know'), value: <OwnWords>{request.goodToKnow}</OwnWords> }
      : null,
  ];
  return rows.filter((row) => row !== null);
}

function JapaneseWords(props: { children: string }): VNode {
  return (
    <span class="kept-lines" lang="ja">
      {props.children}
    </span>
  );
}

function Where({ request, counterpart }: VisitScene): VNode {
  const spot = useWords(spotMessages);
  const { place } = request;
  if (place.kind !== 'place') return <>{spot(`place_kind_${place.kind}`)}</>;
  return (
    <>
      <Town place={place} />
      {counterpart && place.placeName && <OwnWords as="div">{place.placeName}</OwnWords>}
    </>
  );
}

function Photos({ request }: VisitScene): VNode | null {
  const t = useWords(spotMessages);
  const href = useHref();
  if (request.photoIds.length === 0) return null;
  return (
    <ul class="row" data-screen-only>
      {request.photoIds.map((photoId, index) => (
        <li>
          <a href={href(spotPaths.requestPhoto({ id: request.id, photoId }))}>
            {t('photo_of_request', { number: index + 1 })}
          </a>
        </li>
      ))}
    </ul>
  );
}
