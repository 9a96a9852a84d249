import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { PersonName } from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import type { Suggestion } from '../suggest/find.ts';
import type { Line } from '../types.ts';

/** The form that books a line as suggested: by the pledge, or else by the donor. */
export function actOf(line: Pick<Line, 'id' | 'version'>, { donorId, pledge }: Suggestion) {
  const { id } = line;
  const version = String(line.version);
  return pledge
    ? {
        action: givingPaths.bankPledge({ id }),
        hidden: { version, pledgeNumber: String(pledge.number) },
      }
    : { action: givingPaths.bankDonor({ id }), hidden: { version, donorId, fund: 'general' } };
}

/** Whom it is from, what they have announced, and why we think so. */
export function SuggestedWords({ donorName, pledge, reasons }: Suggestion): VNode {
  const [t, { yen }, locale] = [useWords(givingStaffMessages), useFormats(), useLocale()];
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' });
  return (
    <>
      <PersonName>{donorName}</PersonName>
      {pledge &&
        ` (${t.plain('bank_pledge_in_words', {
          number: String(pledge.number),
          amount: yen(pledge.amount),
          state: t.plain(`bank_pledge_${pledge.state}`),
        })})`}
      {': '}
      {locale === 'en'
        ? list.format(reasons.map((reason) => t.plain(`bank_reason_${reason}`)))
        : reasons.map((reason) => t.plain(`bank_reason_${reason}`)).join('・')}
    </>
  );
}
