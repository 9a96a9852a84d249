import { mayBeShown } from '../../../kits/plots/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { lastCounted } from '../../../platform/figures.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { PublicPart, ShownFigure } from '../../../platform/parts/public-part.ts';
import { LineScene } from '../../../ui/index.ts';
import { type Counted, pairFigures } from '../figures/store.ts';
import { pairsMessages } from '../words.ts';

/** Half a year together, among all that people do. */
export const pairsPublicPart: PublicPart = {
  order: 15,
  card: {
    picture: () => <LineScene name="table" />,
    title: pairsMessages.label('home_pairs_title'),
    text: pairsMessages.label('home_pairs_text'),
    href: housePaths.program({ program: 'pairs' }),
    act: pairsMessages.label('home_pairs'),
  },
  figures: {
    asks: (now) => lastCounted(pairFigures, now),
    say: sayFigures,
  },
};

/** What came of pairs, each with of how many; nothing of fewer than five. */
function sayFigures(counted: readonly Counted[]): readonly ShownFigure[] {
  const t = useWords(pairsMessages);
  return (['matched', 'completed'] as const).flatMap((measure) => {
    const all = counted.find((one) => one.measure === measure && one.dimension === 'all');
    if (!all || all.hits === 0 || !mayBeShown(all)) return [];
    const share = Math.round((all.hits / all.whole) * 100);
    return [
      {
        label: t(`home_figure_${measure}`),
        value: t(`home_figure_${measure}_share`, { share, whole: all.whole }),
        formula: t(`formula_${measure}_public`, { whole: all.whole }),
        of: all.whole,
      },
    ];
  });
}
