import type { Locale } from '../../../platform/languages/locales.ts';
import type { SettingsPlace } from '../../../platform/parts/settings-place.ts';
import { listCheckedHelplines } from '../commands.ts';
import { safetyPaths } from '../paths.ts';
import { staffSafetyMessages } from '../words.ts';

/** The helplines among all that an administrator sets: how many of those shown wait for a call. */
export const helplinesPlace: SettingsPlace = {
  href: safetyPaths.helplines(),
  title: staffSafetyMessages.label('helplines_title'),
  what: staffSafetyMessages.label('helplines_what'),
  order: 50,
  async waiting({ db, now }) {
    const lines = await listCheckedHelplines(db, now);
    const count = lines.filter(({ isHidden, needsCheck }) => !isHidden && needsCheck).length;
    const words = (locale: Locale) => staffSafetyMessages.in(locale)('lines_to_check', { count });
    return count > 0 ? { tone: 'notice', words } : null;
  },
  changes: { kind: 'safety.helpline' },
  sayChange: (number, locale) => staffSafetyMessages.in(locale)('changed_helpline', { number }),
};
