import type { VNode } from 'preact';
import { BarPlot, hiddenAmong, LinePlot, mayBeShown } from '../../../kits/plots/index.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { Disclosure, Heading, PageHead, SummaryList } from '../../../ui/index.ts';
import { placeNameOf, plainLanguageName } from '../../people/index.ts';
import { pairsPaths } from '../paths.ts';
import { PURPOSES, type Purpose } from '../types.ts';
import { pairsMessages, pairsStaffMessages } from '../words.ts';
import {
  type Counted,
  DIMENSIONS,
  type Dimension,
  type LonelinessTold,
  MEASURES,
  type Measure,
} from './store.ts';

interface FiguresProps {
  readonly counted: readonly Counted[];
  readonly lonely: readonly LonelinessTold[];
  readonly waiting: Readonly<Record<'resident' | 'volunteer', number>>;
}

/** Each figure with its formula beside it; what is told apart, behind a line. */
export function FiguresPage({ counted, lonely, waiting }: FiguresProps): VNode {
  const t = useWords(pairsStaffMessages);
  const back = { href: pairsPaths.deskPairs(), label: t('figures_back') };
  return (
    <>
      <PageHead title={t('figures_title')} lead={t('figures_lead')} back={back} />
      <p>{t('figures_waiting', waiting)}</p>
      {MEASURES.map((measure) => (
        <MeasurePart measure={measure} counted={counted.filter((one) => one.measure === measure)} />
      ))}
      <Loneliness lonely={lonely} />
    </>
  );
}

interface PartProps {
  readonly measure: Measure;
  readonly counted: readonly Counted[];
}

function MeasurePart({ measure, counted }: PartProps): VNode {
  const t = useWords(pairsStaffMessages);
  const all = counted.find(({ dimension }) => dimension === 'all');
  const isShown = all !== undefined && mayBeShown(all);
  return (
    <section class="stack" data-gap="small">
      <Heading level={2}>{t(`figure_${measure}`)}</Heading>
      <p>
        <strong>{isShown ? <Said measure={measure} one={all} /> : t('figures_too_few')}</strong>
      </p>
      <p class="quiet">{t(`formula_${measure}`)}</p>
      {isShown && (
        <Disclosure summary={t('figures_apart')}>
          {DIMENSIONS.map((dimension) => (
            <Apart measure={measure} dimension={dimension} counted={counted} />
          ))}
        </Disclosure>
      )}
    </section>
  );
}

function Said({ measure, one }: { measure: Measure; one: Counted }): VNode {
  const t = useWords(pairsStaffMessages);
  if (measure === 'waited')
    return <>{t('figure_days', { days: Math.round(one.days ?? 0), whole: one.whole })}</>;
  return <>{t('figure_share', { share: shareOf(one), hits: one.hits, whole: one.whole })}</>;
}

const shareOf = ({ hits, whole }: Counted) => Math.round((hits / whole) * 100);

function Apart({ measure, dimension, counted }: PartProps & { dimension: Dimension }): VNode | null {
  const t = useWords(pairsStaffMessages);
  const nameOf = useNames(dimension);
  const cells = counted.filter((one) => one.dimension === dimension);
  if (cells.length === 0) return null;
  const hidden = hiddenAmong(cells);
  const Plot = dimension === 'month' ? LinePlot : BarPlot;
  const isDays = measure === 'waited';
  return (
    <Plot
      caption={t(`figures_by_${dimension as 'ward'}`)}
      heads={[
        t.plain(`figures_by_${dimension as 'ward'}`),
        t.plain(isDays ? 'figures_days' : 'figures_share'),
      ]}
      points={(dimension === 'month' ? everyMonth(cells) : cells.map(({ value }) => value)).map((value) => {
        const one = cells.find((cell) => cell.value === value);
        const isHidden = !one || hidden.has(value);
        return {
          label: nameOf(value),
          value: isHidden ? null : isDays ? Math.round(one.days ?? 0) : shareOf(one),
        };
      })}
      say={(value) => t.plain(isDays ? 'figures_say_days' : 'figures_say_share', { value })}
      hidden={t.plain('figures_hidden')}
    />
  );
}

/** From the first month to the last, those too of which there is nothing: time is as long on the line as it was. */
function everyMonth(cells: readonly Counted[]): string[] {
  const months = cells.map(({ value }) => Temporal.PlainYearMonth.from(value));
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const count = first.until(last, { largestUnit: 'months' }).months + 1;
  return Array.from({ length: count }, (_, at) => first.add({ months: at }).toString());
}

function useNames(dimension: Dimension): (value: string) => string {
  const t = useWords(pairsStaffMessages);
  const own = useWords(pairsMessages);
  const locale = useLocale();
  if (dimension === 'ward')
    return (code) => placeNameOf({ municipalityCode: code, town: null }, locale) || code;
  if (dimension === 'language')
    return (code) =>
      code === 'ja-easy' ? t.plain('figures_easy') : plainLanguageName(code.slice(0, 2), locale);
  if (dimension === 'purpose')
    return (value) =>
      PURPOSES.includes(value as Purpose) ? own.plain(`purpose_${value as Purpose}`) : value;
  if (dimension === 'training')
    return (value) => t.plain(value === 'true' ? 'figures_trained' : 'figures_untrained');
  return (value) => value;
}

function Loneliness({ lonely }: Pick<FiguresProps, 'lonely'>): VNode {
  const t = useWords(pairsStaffMessages);
  const { count } = useFormats();
  return (
    <section class="stack" data-gap="small">
      <Heading level={2}>{t('figure_loneliness')}</Heading>
      {lonely.length === 0 && <p>{t('figures_too_few')}</p>}
      <SummaryList
        rows={lonely.map(({ month, people, before, after, giveOrTake }) => ({
          label: t('lonely_after_months', { month }),
          value: t('lonely_change', {
            change: (after - before).toFixed(1),
            within: giveOrTake.toFixed(1),
            before: before.toFixed(1),
            after: after.toFixed(1),
            people: count(people),
          }),
        }))}
      />
      <p class="quiet">{t('formula_loneliness')}</p>
    </section>
  );
}
