import type { VNode } from 'preact';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { useFormats, useHref, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Card, Link, OwnWords, PersonName, SummaryList, type SummaryRow } from '../../../../ui/index.ts';
import { conversationsPaths } from '../../../conversations/index.ts';
import { languageName } from '../../../people/index.ts';
import { Correct } from '../../ask/correct/correct.tsx';
import { mayCorrect } from '../../ask/correct/rules.ts';
import { maySeePhotos } from '../../meet/rules/address.ts';
import { Town } from '../../offer/town.tsx';
import { spotPaths } from '../../paths.ts';
import { spotMessages, taskKey } from '../../words.ts';
import { deskMessages } from '../words.ts';
import type { DeskProps } from './scene.ts';

/** Who asks for what, when and where; what can be put right. The exact address is the two people's alone. */
export function RequestFacts(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  return (
    <Card title={t('facts_title')} level={2}>
      <SummaryList rows={[...usePeopleRows(props), ...useFactRows(props)]} />
      <Links {...props} />
      {mayCorrect(props.request.state).any && <Correct {...props} />}
    </Card>
  );
}

function usePeopleRows({ request, names }: DeskProps): SummaryRow[] {
  const t = useWords(deskMessages);
  const person = (id: string) => (
    <Link href={housePaths.person({ id })}>
      <PersonName>{names.get(id) ?? t('somebody')}</PersonName>
    </Link>
  );
  return [
    { label: t('requester'), value: person(request.requesterId) },
    ...(request.enteredBy ? [{ label: t('entered_by'), value: person(request.enteredBy) }] : []),
    {
      label: t('coordinator'),
      value: request.coordinatorId ? (
        <PersonName>{names.get(request.coordinatorId) ?? t('somebody')}</PersonName>
      ) : (
        t('nobody_yet')
      ),
    },
  ];
}

function useFactRows({ request }: DeskProps): SummaryRow[] {
  const t = useWords(deskMessages);
  const needs = useWords(spotMessages);
  const spot = useWords(spotMessages);
  const formats = useFormats();
  const locale = useLocale();
  const { place } = request;
  const languages = request.talkLanguages.map((language) => languageName(language, locale));
  if (request.isEasyJapaneseOk) languages.push(spot.plain('easy_japanese_ok'));
  const rows: (SummaryRow | null)[] = [
    {
      label: t('possible_times'),
      value: request.possibleTimes.map((time) => <div>{formats.dayTime(time)}</div>),
    },
    { label: t('length'), value: formats.minutes(request.durationMinutes) },
    {
      label: t('where'),
      value:
        place.kind === 'place' ? (
          <>
            <Town place={place} />
            {place.placeName && <OwnWords as="div">{place.placeName}</OwnWords>}
            {place.hasExactAddress && <div class="quiet">{t('has_exact_address')}</div>}
          </>
        ) : (
          spot(`place_kind_${place.kind}`)
        ),
    },
    {
      label: t('tasks'),
      value: request.neededTasks.map((task) => <div>{needs(taskKey(task, place.kind))}</div>),
    },
    { label: t('languages'), value: formats.list(languages) },
    request.genderWish && { label: t('gender_wish'), value: spot(`gender_${request.genderWish}`) },
  ];
  return rows.filter((row) => row !== null);
}

function Links({ request, conversations }: DeskProps): VNode {
  const t = useWords(deskMessages);
  const href = useHref();
  return (
    <ul class="row">
      {(maySeePhotos('coordinator', request.state) ? request.photoIds : []).map((photoId, index) => (
        <li>
          <a href={href(spotPaths.requestPhoto({ id: request.id, photoId }))}>
            {t('photo_number', { number: index + 1 })}
          </a>
        </li>
      ))}
      {conversations.map((one) => (
        <li>
          <Link href={conversationsPaths.conversation({ id: one.id })}>{t(`conversation_${one.kind}`)}</Link>
        </li>
      ))}
    </ul>
  );
}
