import type { VNode } from 'preact';
import { FlowerPlot } from '../../../../kits/plots/index.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { CanDo } from '../store/learning.ts';
import { dayMessages } from '../words.ts';
import { BEYOND, HIRAGANA_STEPS, KATAKANA_STEPS, lettersOf, type Step } from './rules/steps.ts';

/** What a child can do as flowers: a petal for each row of letters, and one flower for what comes after them. */
export function Flowers({ canDo }: { readonly canDo: readonly CanDo[] }): VNode {
  const t = useWords(dayMessages);
  const { day } = useFormats();
  const since = new Map(canDo.map((one) => [one.step, one.since]));
  const petals = (steps: readonly Step[], label: (step: Step) => preact.ComponentChildren) =>
    steps.map((step) => {
      const at = since.get(step);
      return {
        label: label(step),
        isReached: at !== undefined,
        words: at ? t('can_since', { day: day(at) }) : t('not_yet'),
      };
    });
  const kana = (step: Step) => <span lang="ja">{lettersOf(step)}</span>;
  return (
    <>
      <FlowerPlot caption={t('hiragana')} petals={petals(HIRAGANA_STEPS, kana)} />
      <FlowerPlot caption={t('katakana')} petals={petals(KATAKANA_STEPS, kana)} />
      <FlowerPlot
        caption={t('beyond')}
        petals={petals(BEYOND, (step) => t(`step_${step as (typeof BEYOND)[number]}`))}
      />
    </>
  );
}
