import type { VNode } from 'preact';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { languageName } from '../../people/index.ts';
import type { PublicFigures } from '../store/lists/figures.ts';
import { spotMessages } from '../words.ts';

/** What is known about how long an open request may wait. */
export interface Waiting {
  readonly figures: PublicFigures;
  /** BCP 47 tag of the language in which it was asked. */
  readonly language: string;
  /** When a coordinator takes over; null when that has passed. */
  readonly takesOverAt: Temporal.Instant | null;
}

/** Honest waiting: how long it took others who asked in the same language, else everybody; or that we don't know yet. */
export function WaitingTimes({ waiting }: { waiting: Waiting }): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  return (
    <>
      <p>{useExperience(waiting)}</p>
      {waiting.takesOverAt && <p>{t('waiting_until', { when: formats.dayTime(waiting.takesOverAt) })}</p>}
    </>
  );
}

function useExperience({ figures, language }: Waiting): Words {
  const t = useWords(spotMessages);
  const locale = useLocale();
  const sayHours = useHours();
  const same = figures.byLanguage.find((line) => line.language === language);
  if (same) {
    return t('waiting_in_language', {
      count: same.answeredCount,
      language: languageName(language === 'zh-Hans' ? 'zh' : language, locale),
      time: sayHours(same.medianHoursToAnswer),
    });
  }
  if (figures.answeredCount === null || figures.medianHoursToAnswer === null) return t('waiting_unknown');
  return t('waiting_overall', {
    count: figures.answeredCount,
    time: sayHours(figures.medianHoursToAnswer),
  });
}

/** Up to two days in hours, above in days; never less than an hour, and rounded up: better early than late. */
function useHours(): (hours: number) => Words {
  const t = useWords(spotMessages);
  const formats = useFormats();
  return (hours) =>
    hours <= 48
      ? formats.minutes(Math.max(1, Math.ceil(hours)) * 60)
      : t('so_many_days', { count: Math.ceil(hours / 24) });
}
