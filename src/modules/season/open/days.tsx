import type { VNode } from 'preact';
import { findMunicipality } from '../../../japanese/places.ts';
import { type Hours, whyClosed } from '../../../kits/slots/index.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { Link, Notice, SummaryList } from '../../../ui/index.ts';
import { municipalityWords } from '../../people/index.ts';
import {
  type CheckedHelpline,
  FIRST_NUMBERS,
  HelplineLanguages,
  useHelplinePurpose,
} from '../../safety/index.ts';
import { answersOn, areBanksOpen, areOfficesOpen } from '../rules/answering.ts';
import { daysLeft, daysOf } from '../rules/days.ts';
import type { Opening, Season } from '../types.ts';
import { seasonMessages } from '../words.ts';

interface DaysProps {
  readonly season: Season;
  readonly today: Temporal.PlainDate;
  readonly lines: readonly CheckedHelpline[];
  readonly openings: readonly Opening[];
  readonly hours: Hours;
}

const isFirst = ({ helpline }: CheckedHelpline) =>
  FIRST_NUMBERS.some(({ number }) => number === helpline.number);

/** Day by day, from today: who answers, which offices open. What is there on each of them, and what nobody knows, is said once. */
export function Days(props: DaysProps): VNode {
  const t = useWords(seasonMessages);
  const { day } = useFormats();
  const days = daysLeft(props.season, props.today);
  const others = props.lines.filter((line) => !isFirst(line));
  const always = others.filter(({ helpline }) => helpline.hours.kind === 'always');
  const isDaily = ({ helpline: { hours } }: CheckedHelpline) =>
    hours.kind !== 'always' && daysOf(props.season).every((one) => answersOn(hours, one) === 'open');
  const daily = others.filter(isDaily);
  const some = others.filter((line) => !isDaily(line));
  const unsure = others.filter(({ helpline }) =>
    days.some((one) => answersOn(helpline.hours, one) === 'unsure'),
  );
  return (
    <section class="stack">
      <h2 id="days">{t('part_days')}</h2>
      <p>{t('always_lines')}</p>
      <Lines lines={always} />
      {daily.length > 0 && (
        <>
          <p>{t('daily_lines')}</p>
          <Lines lines={daily} />
        </>
      )}
      <SummaryList
        rows={days.map((one) => ({
          label: one.equals(props.today) ? t('day_today', { day: day(one) }) : day(one),
          value: <Day {...props} lines={some} day={one} />,
        }))}
      />
      {unsure.length > 0 && (
        <Notice tone="notice" title={t('unsure_title')}>
          <p>{t('unsure_text')}</p>
          <Lines lines={unsure} />
        </Notice>
      )}
    </section>
  );
}

function Day({ day, lines, openings, hours }: DaysProps & { readonly day: Temporal.PlainDate }): VNode {
  const t = useWords(seasonMessages);
  const { clock } = useFormats();
  const answering = lines.filter(
    ({ helpline }) => helpline.hours.kind !== 'always' && answersOn(helpline.hours, day) === 'open',
  );
  const those = openings.filter(({ onDay }) => onDay.equals(day));
  const shut = those.length > 0 ? 'offices_shut_mostly' : 'offices_shut';
  const offices = areOfficesOpen(day) ? 'offices_open' : shut;
  const [opensAt, closesAt] = [clock(hours.opensAt), clock(hours.closesAt)];
  return (
    <>
      <p>
        {t(offices)} {t(areBanksOpen(day) ? 'banks_open' : 'banks_shut')}{' '}
        {whyClosed(day, hours) ? t('we_are_shut') : t('we_are_open', { opensAt, closesAt })}
      </p>
      {answering.length > 0 && <Lines lines={answering} />}
      {those.length > 0 && (
        <ul>
          {those.map((opening) => (
            <li>
              <WardOpening opening={opening} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** An office of a ward that opens although it is a day off; whoever checked it stays unnamed. */
export function WardOpening({ opening }: { readonly opening: Opening }): VNode {
  const t = useWords(seasonMessages);
  const locale = useLocale();
  const { clock, day } = useFormats();
  const { place, municipalityCode, opensAt, closesAt, phone, verifiedOn } = opening;
  const ward = findMunicipality(municipalityCode);
  return (
    <>
      {ward && municipalityWords(ward, locale)} · <span lang="ja">{place}</span> ·{' '}
      {t('open_from_until', { from: clock(opensAt), until: clock(closesAt) })}
      {phone && (
        <>
          {' · '}
          <Link href={telOf(phone)}>{phone}</Link>
        </>
      )}
      {verifiedOn && <span class="quiet"> · {t('checked_on', { day: day(verifiedOn) })}</span>}
    </>
  );
}

/** A `#` would begin another part of the address. */
const telOf = (phone: string) => `tel:${phone.replaceAll(/[^\d#*+]/g, '').replaceAll('#', '%23')}`;

/** What each is for, its number, its languages and its hours: four lines for work differ by nothing else than their language. */
function Lines({ lines }: { readonly lines: readonly CheckedHelpline[] }): VNode {
  return (
    <ul>
      {lines.map((line) => (
        <li>
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line: { helpline, own } }: { readonly line: CheckedHelpline }): VNode {
  const t = useWords(seasonMessages);
  const { clock } = useFormats();
  const purpose: Words = useHelplinePurpose(helpline, own);
  const { hours } = helpline;
  const times =
    hours.kind === 'weekly' && hours.from && hours.to
      ? t('open_from_until', { from: clock(hours.from), until: clock(hours.to) })
      : null;
  return (
    <>
      {purpose} · <Link href={`tel:${encodeURIComponent(helpline.tel)}`}>{helpline.number}</Link> ·{' '}
      <HelplineLanguages helpline={helpline} />
      {times && <span class="quiet"> · {times}</span>}
    </>
  );
}
