import type { VNode } from 'preact';
import { useFormats, useWords } from '../../platform/languages/reading.tsx';
import { Section } from '../../ui/styleguide/index.ts';
import { BarPlot } from './bars.tsx';
import { FlowerPlot } from './flower.tsx';
import { LinePlot } from './line.tsx';
import { Meter } from './meter.tsx';
import { PathPlot } from './path.tsx';
import LETTERS from './sample-letters.json' with { type: 'json' };
import { plotMessages } from './words.ts';

const MONTHS = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
const GIFTS = [120_000, 180_000, null, 90_000, 310_000, 420_000];

/** Each plot once, with a value that must not be shown among them. */
export function PlotsSample(): VNode {
  const words = useWords(plotMessages);
  const { yen, count } = useFormats();
  const hidden = words.plain('sample_hidden');
  return (
    <Section id="kit-plots" title={words('sample_plots')}>
      <Meter label={words('sample_supporters')} value={32} max={50} figures={words('sample_of_goal')} />
      <LinePlot
        caption={words('sample_gifts')}
        heads={[words.plain('sample_month'), words.plain('sample_amount')]}
        points={MONTHS.map((label, at) => ({ label, value: GIFTS[at] ?? null }))}
        say={yen}
        hidden={hidden}
      />
      <BarPlot
        caption={words('sample_visits')}
        heads={[words.plain('sample_place'), words.plain('sample_count')]}
        points={[
          { label: words.plain('sample_office'), value: 42 },
          { label: words.plain('sample_hospital'), value: 17 },
          { label: words.plain('sample_school'), value: null },
        ]}
        say={count}
        hidden={hidden}
      />
      <PathPlot
        caption={words('sample_path')}
        steps={(['past', 'past', 'missed', 'now', 'next', 'next'] as const).map((state, at) => ({
          label: words('sample_nth_month', { month: at + 1 }),
          state,
          words: words(`sample_${state}`),
        }))}
      />
      <FlowerPlot
        caption={words('sample_flower')}
        petals={LETTERS.map((kana, at) => ({
          label: <span lang="ja">{kana}</span>,
          isReached: at < 3,
          words: words(at < 3 ? 'sample_reached' : 'sample_next'),
        }))}
      />
    </Section>
  );
}
