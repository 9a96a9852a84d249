import { instantAt } from '../../../platform/clock.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { Locale } from '../../../platform/languages/locales.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { askingDesk, type DeskItem, type DeskPart } from '../../../platform/parts/desk-part.ts';
import { callName } from '../../people/index.ts';
import { storiesPaths } from '../paths.ts';
import { type WaitingKind, type WaitingStory, waitingStories } from '../store/desk.ts';
import { storiesStaffMessages } from '../words.ts';

interface Waits {
  readonly who: string;
  readonly since: number;
  readonly [name: string]: string | number;
}

/** Whoever was taken at their word waits for an answer; what was recalled is asked away from others sooner. */
const WITHIN_HOURS: Readonly<Record<WaitingKind, number>> = {
  story_told: 14 * 24,
  story_ready: 30 * 24,
  story_elsewhere: 3 * 24,
};

/** Stories that somebody has told, that may be shown, and that others still have. */
export const storiesDesk: DeskPart = {
  name: 'stories',
  ask: async (_db, { now, locale }) =>
    askingDesk({ waiting: waitingStories(now) }, ({ waiting }) => ({
      items: waiting.map((story) => toItem(story, locale)),
    })),
  sayKind: (kind, locale) => storiesStaffMessages.in(locale).plain(`desk_${kind as WaitingKind}`),
  cells(row: { readonly act: string; readonly what: Waits; readonly thisYear: number }) {
    const t = useWords(storiesStaffMessages);
    const locale = useLocale();
    const kind = row.act as WaitingKind;
    const since = formatsIn(locale).plain.shortDayTime(instantAt(row.what.since), row.thisYear);
    return {
      act: t(`desk_${kind}_act`),
      apart: row.what.who,
      title: row.what.who,
      facts: `${since} · ${t.plain(`desk_${kind}_facts`)}`,
    };
  },
  ways: [{ href: storiesPaths.desk(), label: storiesStaffMessages.label('desk_stories').plain }],
};

function toItem({ id, kind, since, teller, tellerId }: WaitingStory, locale: Locale): DeskItem<Waits> {
  return {
    ...{ id: `${kind}-${id}`, kind, act: kind },
    urgency: kind === 'story_elsewhere' ? 1 : 2,
    breaksAt: since.add({ hours: WITHIN_HOURS[kind] }),
    href: storiesPaths.deskStory({ id }),
    whose: null,
    subjectIds: [tellerId],
    what: () => ({ who: teller ? callName(teller, locale) : '–', since: since.epochMilliseconds }),
  };
}
