import type { VNode } from 'preact';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { ActionForm, Actions, Card, Link, Notice } from '../../../ui/index.ts';
import { peoplePaths, plainLanguageName } from '../../people/index.ts';
import { pairsPaths } from '../paths.ts';
import { areaName } from '../rounds/pages/reasons.ts';
import { pairsMessages } from '../words.ts';
import { EXPIRE_AFTER_DAYS } from './rules.ts';
import type { Shortening } from './shortening.ts';
import type { Waiting } from './waiting.ts';
import type { WaitsLike } from './waits.ts';

/** For somebody in the pool: how long it takes people like them, what would shorten it, and how to pause. */
export function WaitingCard(props: { readonly waiting: Waiting }): VNode {
  const t = useWords(pairsMessages);
  const { application, days } = props.waiting;
  const isPaused = application.state === 'paused';
  return (
    <>
      {application.askedWhetherAt && <StillWish />}
      <Card
        id="waiting"
        level={2}
        title={t(isPaused ? 'waiting_paused_title' : 'waiting_title')}
        actions={
          isPaused ? (
            <ActionForm action={pairsPaths.poolReturn()} kind="main">
              {t('waiting_return')}
            </ActionForm>
          ) : (
            <ActionForm action={pairsPaths.poolPause()} confirm={t('waiting_pause_text')}>
              {t('waiting_pause')}
            </ActionForm>
          )
        }
      >
        <p>{t(isPaused ? 'waiting_paused_text' : 'waiting_days', { days })}</p>
        <HowLong like={props.waiting.waitsLike} />
        {!isPaused && <WhatHelps {...props} />}
      </Card>
    </>
  );
}

/** The question after a long silence, answered by one press. */
function StillWish(): VNode {
  const t = useWords(pairsMessages);
  return (
    <Notice
      tone="notice"
      title={t('still_wish_title')}
      actions={
        <Actions>
          <ActionForm action={pairsPaths.stillWish()} kind="main">
            {t('still_wish_yes')}
          </ActionForm>
        </Actions>
      }
    >
      {t('still_wish_text', { days: EXPIRE_AFTER_DAYS })}
    </Notice>
  );
}

function HowLong({ like }: { readonly like: WaitsLike | null }): VNode {
  const t = useWords(pairsMessages);
  const locale = useLocale();
  if (!like) return <p>{t('waits_unknown')}</p>;
  const { medianDays: days, count } = like;
  const of = like.of ?? '';
  const name = like.like === 'language' ? plainLanguageName(of, locale) : areaName(of, locale);
  return <p>{t(`waits_${like.like}`, { days, count, of: name })}</p>;
}

/** Who fits now, and each change that would let more people fit, with the way to make it. */
function WhatHelps({ waiting: { application, counted } }: { readonly waiting: Waiting }): VNode {
  const t = useWords(pairsMessages);
  const { day } = useFormats();
  if (application.side === 'resident' && !counted) return <p>{t('waiting_is_counted')}</p>;
  const chances = counted?.chances;
  if (!chances)
    return (
      <p>
        {t('waiting_volunteer_text')} <Link href={peoplePaths.availability()}>{t('waiting_hours')}</Link>
      </p>
    );
  return (
    <>
      <p>{t('waiting_fit_now', { count: chances.fitNow })}</p>
      <p class="quiet">{t('waiting_counted_on', { day: day(counted.countedAt) })}</p>
      {chances.shortenings.length > 0 && (
        <>
          <p>{t('waiting_would_help')}</p>
          <ul>
            {chances.shortenings.map((shortening) => (
              <li>
                <OneHelp {...shortening} />
              </li>
            ))}
          </ul>
          {chances.shortenings.some(({ change }) => change.code === 'free_also') && (
            <p>
              <Link href={peoplePaths.availability()} kind="block">
                {t('waiting_hours')}
              </Link>
            </p>
          )}
        </>
      )}
    </>
  );
}

function OneHelp({ change, volunteers }: Shortening): VNode {
  const t = useWords(pairsMessages);
  const { km } = useFormats();
  const gain = volunteers === null ? t('waiting_gain_some') : t('waiting_gain', { count: volunteers });
  const says = (what: Words) => t('waiting_gain_by', { what, gain });
  const open = (kind: string, more: Readonly<Record<string, string>> = {}) => (
    <ActionForm
      action={pairsPaths.opening()}
      hidden={{ kind, ...more }}
      label={t.plain('waiting_open_label')}
    >
      {t('waiting_open')}
    </ActionForm>
  );
  switch (change.code) {
    case 'free_also':
      return <>{says(t('waiting_time', change.params))}</>;
    case 'also_meet_online':
      return (
        <>
          {says(t('waiting_online'))} {open('online')}
        </>
      );
    case 'travel_farther':
      return (
        <>
          {says(t('waiting_farther', { distance: km(change.params.limit_km) }))}{' '}
          {open('farther', { kilometers: String(change.params.limit_km) })}
        </>
      );
    case 'open_to_children':
    case 'open_to_pets':
    case 'open_to_smoking': {
      const kind = change.code.slice('open_to_'.length) as 'children' | 'pets' | 'smoking';
      return (
        <>
          {says(t(`waiting_${kind}`))} {open(kind)}
        </>
      );
    }
    default:
      return <>{says(t('waiting_japanese'))}</>;
  }
}
