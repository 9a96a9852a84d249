import { TIME_ZONE } from '../../../platform/languages/formats.tsx';
import { useWords } from '../../../platform/languages/reading.tsx';
import { askingDesk, type DeskPart } from '../../../platform/parts/desk-part.ts';
import { listCheckedHelplines } from '../commands.ts';
import { safetyPaths } from '../paths.ts';
import { staffSafetyMessages } from '../words.ts';

/** Helplines that somebody should call, for those who keep them; it can wait until the month is over. */
export const safetyDesk: DeskPart = {
  name: 'safety',
  async ask(db, { roles, now }) {
    if (!roles.has('administrator')) return null;
    const lines = (await listCheckedHelplines(db, now)).filter((line) => line.needsCheck && !line.isHidden);
    const item = {
      id: 'helplines',
      kind: 'helplines',
      act: 'check',
      urgency: 1,
      breaksAt: endOfMonth(now),
      href: safetyPaths.helplines(),
      whose: null,
      what: () => lines.length,
    } as const;
    return askingDesk({}, () => ({ items: lines.length > 0 ? [item] : [] }));
  },
  sayKind: (_kind, locale) => staffSafetyMessages.in(locale).plain('desk_helplines'),
  cells({ what: count }: { readonly what: number }) {
    const t = useWords(staffSafetyMessages);
    return {
      act: t('desk_check'),
      apart: t.plain('desk_helplines'),
      title: t('desk_helplines_wait', { count }),
      facts: t('desk_helplines'),
    };
  },
};

function endOfMonth(now: Temporal.Instant): Temporal.Instant {
  const today = now.toZonedDateTimeISO(TIME_ZONE).toPlainDate();
  return today.with({ day: 1 }).add({ months: 1 }).toZonedDateTime(TIME_ZONE).toInstant();
}
