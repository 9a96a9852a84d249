import type { Paper } from '../../../../kits/papers/index.ts';
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import type { Organization } from '../../../../platform/settings/organization.ts';
import type { Child } from '../../children/types.ts';
import type { CanDo } from '../store/learning.ts';
import { dayMessages } from '../words.ts';
import { lettersOf, STEPS, type Step } from './rules/steps.ts';

/**
 * What a family may take to the school, in Japanese, which the school reads: what the child can do and since when. Nothing of
 * health, of who fetches or of what went wrong stands on it, and none of the tutors’ free words.
 */
export function schoolPaper(
  child: Pick<Child, 'name' | 'school'>,
  canDo: readonly CanDo[],
  by: { readonly organization: Organization; readonly came: number; readonly now: Temporal.Instant },
): Paper {
  const t = dayMessages.in('ja').plain;
  const { day } = formatsIn('ja').plain;
  const since = new Map(canDo.map((one) => [one.step, one.since]));
  return {
    title: t('school_title'),
    language: 'ja-JP',
    parts: [
      { text: t('school_lead') },
      {
        facts: [
          [t('sheet_child'), child.name],
          [t('school_days'), `${by.came}`],
          [t('school_on'), day(by.now)],
        ],
      },
      {
        table: {
          head: [t('school_step'), t('school_since')],
          rows: STEPS.map((step) => {
            const at = since.get(step);
            return [sayStep(step), at ? day(at) : t('not_yet')];
          }),
        },
      },
      { small: t('school_small') },
    ],
    foot: by.organization.name,
  };
}

function sayStep(step: Step): string {
  const letters = lettersOf(step);
  if (letters) return letters;
  return dayMessages.in('ja').plain(`step_${step as 'words' | 'sentences' | 'picture_book'}`);
}
