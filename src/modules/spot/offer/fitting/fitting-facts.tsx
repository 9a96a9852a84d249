import type { VNode } from 'preact';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Disclosure, Link } from '../../../../ui/index.ts';
import { nameOfLanguage, sayReason } from '../../desk/reasons.ts';
import { deskMessages } from '../../desk/words.ts';
import type { FittingVolunteer } from '../find-fitting.ts';

interface Of {
  readonly one: FittingVolunteer;
}

/** One volunteer in a line: how far, which language how well, visits, when last asked; then when they could come. */
export function FittingFacts({ one }: Of): VNode {
  const t = useWords(deskMessages);
  const formats = useFormats();
  const locale = useLocale();
  const number = (code: string, name: string) => {
    const value = one.reasons.find((reason) => reason.code === code)?.params[name];
    return typeof value === 'number' ? value : undefined;
  };
  const kilometers = number('lives_near', 'kilometers');
  // In Easy Japanese both make an effort: the level of the volunteer's own Japanese says nothing.
  const level = one.language === 'ja-easy' ? undefined : number('able_in_language', 'level');
  const asked = number('asked_days_ago', 'days');
  const facts = [
    ...(kilometers === undefined ? [] : [formats.km(kilometers)]),
    level === undefined
      ? nameOfLanguage(one.language, locale)
      : t.plain('fact_language', { language: nameOfLanguage(one.language, locale), level }),
    t.plain('fact_visits', { visits: number('visits_done', 'visits') ?? 0 }),
    asked === undefined ? t.plain('fact_never_asked') : t.plain('fact_asked', { days: asked }),
  ];
  const times = one.possibleTimes.map(({ startMinute }) =>
    formats.plain.dayTime(Temporal.Instant.fromEpochMilliseconds(startMinute * 60_000)),
  );
  return (
    <>
      {facts.join(' · ')}
      {times.length > 0 && <> · {t('fact_free', { times: formats.list(times) })}</>}
    </>
  );
}

/** Everything the ranking says about them, and their own page. */
export function FittingReasons({ one }: Of): VNode {
  const t = useWords(deskMessages);
  const formats = useFormats();
  const locale = useLocale();
  return (
    <Disclosure summary={t('why_this_place')}>
      <ul>
        {one.reasons.map((reason) => (
          <li>{sayReason(reason, locale)}</li>
        ))}
        <li>{t('points', { points: formats.count(one.score) })}</li>
      </ul>
      <p>
        <Link href={housePaths.person({ id: one.volunteerId })}>{t('to_person')}</Link>
      </p>
    </Disclosure>
  );
}
