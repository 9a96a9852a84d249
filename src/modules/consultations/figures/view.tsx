import type { VNode } from 'preact';
import { BarPlot, hiddenAmong, mayBeShown } from '../../../kits/plots/index.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { Disclosure, Heading, PageHead } from '../../../ui/index.ts';
import { talkLanguageName } from '../ask/form.ts';
import { consultationPaths } from '../paths.ts';
import { FIELDS, type Field } from '../types.ts';
import { consultationMessages, consultationStaffMessages } from '../words.ts';
import { type Counted, DIMENSIONS, type Dimension, MEASURES, type Measure } from './store.ts';

interface PartProps {
  readonly measure: Measure;
  readonly counted: readonly Counted[];
}

/** Each figure with its formula beside it, by field and by language behind a line. What is of fewer than five is not shown. */
export function FiguresPage({ counted }: Pick<PartProps, 'counted'>): VNode {
  const t = useWords(consultationStaffMessages);
  return (
    <>
      <PageHead
        title={t('figures_title')}
        lead={t('figures_lead')}
        back={{ href: consultationPaths.deskConsultations(), label: t('desk_consultations') }}
      />
      {MEASURES.map((measure) => (
        <MeasurePart measure={measure} counted={counted.filter((one) => one.measure === measure)} />
      ))}
    </>
  );
}

const shareOf = ({ hits, whole }: Counted) => Math.round((hits / whole) * 100);
/** Of what is only counted, the number itself; else the share of it. */
const numberOfCell = (measure: Measure, one: Counted) =>
  measure === 'asked' || measure === 'advised' ? one.whole : shareOf(one);

function MeasurePart({ measure, counted }: PartProps): VNode {
  const t = useWords(consultationStaffMessages);
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

function Said({ measure, one }: { readonly measure: Measure; readonly one: Counted }): VNode {
  const t = useWords(consultationStaffMessages);
  const { hits, whole } = one;
  const days = Math.round(one.days ?? 0);
  if (measure === 'asked') return <>{t('figure_count', { whole })}</>;
  if (measure === 'advised') return <>{t('figure_days', { days, whole })}</>;
  return <>{t('figure_share', { share: shareOf(one), hits, whole })}</>;
}

function Apart({ measure, dimension, counted }: PartProps & { readonly dimension: Dimension }): VNode | null {
  const t = useWords(consultationStaffMessages);
  const said = useWords(consultationMessages);
  const locale = useLocale();
  const cells = counted.filter((one) => one.dimension === dimension);
  if (cells.length === 0) return null;
  const hidden = hiddenAmong(cells);
  const isCount = measure === 'asked' || measure === 'advised';
  const nameOf = (value: string) =>
    dimension === 'language'
      ? talkLanguageName(value, locale)
      : said.plain(`field_${FIELDS.includes(value as Field) ? (value as Field) : 'other'}`);
  return (
    <BarPlot
      caption={t(`figures_by_${dimension}`)}
      heads={[t.plain(`figures_by_${dimension}`), t.plain(isCount ? 'figures_count' : 'figures_share')]}
      points={cells.map((one) => ({
        label: nameOf(one.value),
        value: hidden.has(one.value) ? null : numberOfCell(measure, one),
      }))}
      say={(value) => t.plain(isCount ? 'figures_say_count' : 'figures_say_share', { value })}
      hidden={t.plain('figures_hidden')}
    />
  );
}
