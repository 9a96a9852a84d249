import type { VNode } from 'preact';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { givingMessages } from '../words.ts';
import type { Measured } from './cost.ts';

/** What an amount is enough for, at what one of each kind really cost: one or the other of which it pays for one at least. */
export function sayWorth(amount: number, measured: readonly Measured[], locale: Locale): Words[] {
  const t = givingMessages.in(locale);
  const cost = formatsIn(locale).yen;
  return measured
    .filter((one) => one.cost <= amount)
    .map((one, at) => {
      const params = { count: Math.floor(amount / one.cost), cost: cost(one.cost) };
      return t(at === 0 ? `deeds_worth_${one.kind}` : `deeds_or_worth_${one.kind}`, params);
    });
}

/** The same in one, for beside a choice; nothing where there is nothing to say. */
export function hintWorth(amount: number, measured: readonly Measured[], locale: Locale): Words | undefined {
  const all = sayWorth(amount, measured, locale);
  return all.length > 0 ? all.map((words, at) => (at > 0 ? [<br />, words] : words)) : undefined;
}

/** What one of each kind really cost on average last year, and over how many that was counted. */
export function MeasuredCosts({ measured }: { readonly measured: readonly Measured[] }): VNode {
  const t = useWords(givingMessages);
  const { yen } = useFormats();
  return (
    <>
      {measured.map(({ kind, fiscalYear, cost, deeds }) => (
        <p>{t(`deeds_measured_${kind}`, { year: String(fiscalYear), cost: yen(cost), count: deeds })}</p>
      ))}
    </>
  );
}
