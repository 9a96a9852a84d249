import type { VNode } from 'preact';
import { Level } from '../../../../kits/plots/index.ts';
import { fitOf, mostPoints, shareOf } from '../../../../matching/dispatch/fit.ts';
import { DEFAULT_WEIGHTS } from '../../../../matching/dispatch/weights.ts';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { formatsIn, yearOf } from '../../../../platform/languages/formats.tsx';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { type Column, Disclosure, Link, PersonName, RowTick } from '../../../../ui/index.ts';
import { placeNameOf } from '../../../people/index.ts';
import { nameOfLanguage, sayReason } from '../../desk/reasons.ts';
import { deskMessages } from '../../desk/words.ts';
import { numberIn, type Placed } from '../rules/narrow.ts';
import type { FittingProps } from './scene.ts';

/** A column whose cells are words: of such, what all rows say alike stands once above them. */
interface Fact extends Column<Placed> {
  readonly say: (one: Placed) => string;
}

/** The columns of those who fit; those in which all say the same are left out, and what they say. */
export function columnsOf(
  props: FittingProps,
  locale: Locale,
): { readonly columns: readonly Column<Placed>[]; readonly inCommon: readonly string[] } {
  const { shown, names, chosen } = props;
  const t = deskMessages.in(locale);
  const facts = factsOf(props, locale);
  const isAlike = ({ say }: Fact) => shown.length > 1 && new Set(shown.map(say)).size === 1;
  const [first] = shown;
  return {
    inCommon: facts.filter(isAlike).flatMap(({ say }) => (first && say(first)) || []),
    columns: [
      {
        key: 'name',
        head: t('fit_name'),
        rowHead: true,
        cell: ({ volunteerId }) => (
          <RowTick name="volunteerIds" value={volunteerId} on={chosen.volunteerIds.includes(volunteerId)}>
            <PersonName>{names.get(volunteerId) ?? t('somebody')}</PersonName>
          </RowTick>
        ),
      },
      { key: 'fit', head: t('fit_head'), atEnd: true, cell: (one) => <FitCell {...props} one={one} /> },
      ...facts.filter((fact) => !isAlike(fact)),
      { key: 'why', head: t('fit_why'), cell: (one) => <Why one={one} />, only: 'screen' },
    ],
  };
}

function factsOf({ fits, now }: FittingProps, locale: Locale): readonly Fact[] {
  const t = deskMessages.in(locale);
  const formats = formatsIn(locale);
  const timesOf = (all: readonly Placed[]) => [
    ...new Set(all.flatMap(({ possibleTimes }) => possibleTimes.map(({ startMinute }) => startMinute))),
  ];
  const allTimes = timesOf(fits).length;
  const sayTime = (minute: number) =>
    formats.plain.shortDayTime(Temporal.Instant.fromEpochMilliseconds(minute * 60_000), yearOf(now));
  const fact = (
    key: 'language' | 'way' | 'free' | 'asked' | 'visits',
    say: Fact['say'],
    cell?: Fact['say'],
  ): Fact => ({
    ...{ key, say, cell: cell ?? say },
    head: t(`fit_${key}`),
    needsHead: cell !== undefined,
  });
  const asked = (one: Placed) => numberIn(one, 'asked_days_ago', 'days');
  const visits = (one: Placed) => numberIn(one, 'visits_done', 'visits') ?? 0;
  const sayAsked = (how: 'fact' | 'cell', days: number | undefined) =>
    days === undefined ? t.plain(`${how}_never_asked`) : t.plain(`${how}_asked`, { days });
  return [
    fact('language', (one) => {
      const language = nameOfLanguage(one.language, locale);
      // In Easy Japanese both make an effort: the level of the volunteer's own Japanese says nothing.
      const level = one.language === 'ja-easy' ? undefined : numberIn(one, 'able_in_language', 'level');
      return level === undefined ? language : t.plain('fact_language', { language, level });
    }),
    fact('way', (one) => {
      const kilometers = numberIn(one, 'lives_near', 'kilometers');
      const ward = placeNameOf({ municipalityCode: one.ward, town: null }, locale);
      return [kilometers === undefined ? null : formats.km(kilometers), ward].filter(Boolean).join(' ');
    }),
    fact('free', (one) => {
      const times = timesOf([one]);
      return times.length === allTimes && times.length > 2
        ? t.plain('fact_free_always', { count: times.length })
        : t.plain('fact_free', { times: formats.list(times.map(sayTime)) });
    }),
    fact(
      'asked',
      (one) => sayAsked('fact', asked(one)),
      (one) => sayAsked('cell', asked(one)),
    ),
    fact(
      'visits',
      (one) => t.plain('fact_visits', { visits: visits(one) }),
      (one) => formats.count(visits(one)),
    ),
  ];
}

function FitCell({ one, request }: { readonly one: Placed } & Pick<FittingProps, 'request'>): VNode {
  const t = useWords(deskMessages);
  const share = shareOf(one.score, mostPoints(DEFAULT_WEIGHTS, { travels: request.place.kind === 'place' }));
  return <Level share={share}>{t(`fit_${fitOf(share)}`)}</Level>;
}

/** Everything the ranking says about them, each with its points, and their own page. */
function Why({ one }: { readonly one: Placed }): VNode {
  const t = useWords(deskMessages);
  const formats = useFormats();
  const locale = useLocale();
  return (
    <Disclosure id={`why-${one.volunteerId}`} summary={t('why_this_place')}>
      <ul>
        {one.reasons.map((reason) => (
          <li>
            {sayReason(reason, locale)} {t('reason_points', { points: signed(reason.points, formats.count) })}
          </li>
        ))}
      </ul>
      <p>
        <Link href={housePaths.person({ id: one.volunteerId })}>{t('to_person')}</Link>
      </p>
    </Disclosure>
  );
}

const signed = (points: number, say: (count: number) => string) =>
  `${points < 0 ? '−' : '+'}${say(Math.abs(points))}`;
