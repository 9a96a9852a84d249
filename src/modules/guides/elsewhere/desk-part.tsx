import { dayInJapan, instantAt } from '../../../platform/clock.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { localeFacts } from '../../../platform/languages/locales.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { askingDesk, type DeskItem, type DeskPart } from '../../../platform/parts/desk-part.ts';
import { guidesPaths } from '../paths.ts';
import { type WaitingGuide, type WaitingKind, waitingGuides } from '../store/on-desk.ts';
import { guidesStaffMessages } from '../words.ts';

interface ShownGuide {
  readonly names: Readonly<Record<string, string>>;
  readonly count: number;
  /** Since when, as milliseconds. */
  readonly since: number;
  readonly [name: string]: string | number | Readonly<Record<string, string>>;
}

/** How many hours each may wait; what would harm its reader waits least. */
const WITHIN: Readonly<Record<WaitingKind, number>> = {
  guide_harms: 24,
  fact_changed: 3 * 24,
  // Counted by month: on which day of it nobody knows.
  guide_wrong: (31 + 7) * 24,
  guide_review: 7 * 24,
  facts_due: 30 * 24,
  guides_begun: 60 * 24,
};

/** Guides and facts that wait for a coordinator. */
export const guidesDesk: DeskPart = {
  name: 'guides',
  ask: async (_db, { personId, now }) =>
    askingDesk({ waiting: waitingGuides(personId, { now, today: dayInJapan(now) }) }, ({ waiting }) => ({
      items: waiting.map(toItem),
    })),
  sayKind: (kind, locale) => guidesStaffMessages.in(locale).plain(`desk_${kind as WaitingKind}`),
  cells(row: { readonly act: string; readonly what: ShownGuide; readonly thisYear: number }) {
    const t = useWords(guidesStaffMessages);
    const locale = useLocale();
    const kind = row.act as WaitingKind;
    const { names, count, since } = row.what;
    const own = localeFacts[locale].staff;
    const [title, tag] = names[own] ? [names[own], own] : [names['ja'] ?? '', 'ja'];
    const say = { count };
    const when = formatsIn(locale).plain.shortDay(instantAt(since), row.thisYear);
    return {
      act: t(`desk_${kind}_act`),
      // Said in the reader's language: an attribute marks no other.
      apart: title && tag === own ? title : `${t.plain(`desk_${kind}`)} ${when}`,
      title: title ? (
        tag === own ? (
          title
        ) : (
          <span lang={tag}>{title}</span>
        )
      ) : (
        t(`desk_${kind}_title` as 'desk_facts_due_title', say)
      ),
      facts: [t.plain(`desk_${kind}_facts`, say), when].join(' · '),
    };
  },
  ways: [{ href: guidesPaths.deskGuides(), label: guidesStaffMessages.label('desk_guides').plain }],
};

function toItem({ id, kind, names, count, since }: WaitingGuide): DeskItem<ShownGuide> {
  return {
    ...{ id: `${kind}-${id}`, kind, act: kind },
    urgency: kind === 'guide_harms' ? 1 : 2,
    breaksAt: since.add({ hours: WITHIN[kind] }),
    href: hrefOf(kind, id),
    whose: null,
    what: () => ({ names: names ?? {}, count, since: since.epochMilliseconds }),
  };
}

function hrefOf(kind: WaitingKind, id: string): string {
  if (kind === 'fact_changed') return guidesPaths.deskFact({ id });
  if (kind === 'facts_due') return guidesPaths.deskFacts();
  return kind === 'guides_begun' ? `${guidesPaths.deskGuides()}?show=drafts` : guidesPaths.deskGuide({ id });
}
