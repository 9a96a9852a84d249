import type { VNode } from 'preact';
import type { Locale } from '../../../platform/languages/locales.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { StatusChip } from '../../../ui/index.ts';
import { SOURCE, type Standing } from '../rules.ts';
import type { Article } from '../types.ts';
import { siteStaffMessages } from '../words.ts';

/** How an article stands on the site. */
export function StateChip({ shown, latest }: Pick<Article, 'shown' | 'latest'>): VNode {
  const t = useWords(siteStaffMessages);
  if (shown === null) return <StatusChip tone="plain">{t('state_unseen')}</StatusChip>;
  return shown === latest ? (
    <StatusChip tone="good">{t('state_shown')}</StatusChip>
  ) : (
    <StatusChip tone="notice">{t('state_newer')}</StatusChip>
  );
}

const TONES = {
  fits: 'good',
  machine: 'notice',
  stale: 'notice',
  missing: 'plain',
} as const satisfies Record<Standing, string>;

/** How words stand to their source; Japanese ones are it. */
export function ChipOf({
  standing,
  locale,
}: {
  readonly standing: Standing;
  readonly locale: Locale;
}): VNode {
  const t = useWords(siteStaffMessages);
  if (locale === SOURCE && standing === 'fits')
    return <StatusChip tone="good">{t('standing_source')}</StatusChip>;
  return <StatusChip tone={TONES[standing]}>{t(`standing_${standing}`)}</StatusChip>;
}

/** Whoever is told that another has written meanwhile has been told: when they save again, theirs is the next version. */
export function seenOf(latest: number, form: FormState): string {
  const isTold = form.refusals.some(({ code }) => code === 'article_was_changed_meanwhile');
  return (isTold ? '' : form.value('seen')) || `${latest}`;
}
