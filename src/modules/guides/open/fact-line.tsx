import type { VNode } from 'preact';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { Link, StatusChip, SummaryList } from '../../../ui/index.ts';
import { standingOf } from '../facts/rules/checks.ts';
import type { Fact } from '../types.ts';
import { guidesMessages } from '../words.ts';
import { factIn, sayIn } from './saying.tsx';

interface FactsProps {
  readonly facts: readonly Fact[];
  readonly today: Temporal.PlainDate;
}

/** Facts as everybody reads them: what each is, and when somebody last found it so. */
export function FactLines({ facts, today }: FactsProps): VNode | null {
  const locale = useLocale();
  if (facts.length === 0) return null;
  const rows = facts.map((fact) => {
    const { words, language } = factIn(fact, locale);
    const say = sayIn(language, locale);
    return {
      label: say(words.name),
      value: (
        <>
          <FactValue kind={fact.kind} value={words.value}>
            {say(words.value)}
          </FactValue>{' '}
          <FactStanding fact={fact} today={today} />
        </>
      ),
    };
  });
  return <SummaryList rows={rows} />;
}

/** When it was found so; whoever needs it looks for themselves where nobody has, or not for long. */
export function FactStanding({
  fact,
  today,
}: {
  readonly fact: Fact;
  readonly today: Temporal.PlainDate;
}): VNode {
  const t = useWords(guidesMessages);
  const { day } = useFormats();
  const standing = standingOf(fact, today);
  if (!fact.verifiedOn) return <StatusChip tone="notice">{t('fact_unverified')}</StatusChip>;
  const when = t('fact_verified', { day: day(fact.verifiedOn) });
  if (standing === 'due') return <StatusChip tone="notice">{t('fact_due', { when })}</StatusChip>;
  return <span class="quiet">{when}</span>;
}

/** A number can be called, an address of a page opened. */
function FactValue(props: {
  readonly kind: Fact['kind'];
  readonly value: string;
  readonly children: Words;
}): VNode {
  const { kind, value, children } = props;
  if (kind === 'phone' && /^[\d#+][\d\s()-]{1,20}$/.test(value))
    return <Link href={`tel:${value.replaceAll(/[\s()-]/g, '').replaceAll('#', '%23')}`}>{children}</Link>;
  if (kind === 'link' && /^https:\/\/\S+$/.test(value)) return <Link href={value}>{children}</Link>;
  return <>{children}</>;
}
