import type { VNode } from 'preact';
import { z } from 'zod';
import { defineForm, pick } from '../../../kits/forms/index.ts';
import { listRoutes } from '../../../kits/lists/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { toPage } from '../../../platform/database/paging.ts';
import { LOCALES, type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { rubyWords } from '../../../platform/languages/messages.tsx';
import { useWords } from '../../../platform/languages/reading.tsx';
import { Link, StatusChip, type Tone } from '../../../ui/index.ts';
import { GuidePlace } from '../open/guide-place.tsx';
import { guidesPaths } from '../paths.ts';
import { countAtWork, listWritten } from '../store/guides.ts';
import type { Guide, GuideState } from '../types.ts';
import { guidesMessages, guidesStaffMessages } from '../words.ts';
import { GuideName } from './guide-name.tsx';

const PARTS = { review: ['in_review'], drafts: ['draft'], gone: ['withdrawn', 'dropped'] } as const;
const NAMES = ['review', 'drafts', 'gone'] as const;

/** All guides: those that everybody reads, that wait for a second pair of eyes, that were begun, that are gone. */
export const guidesList = listRoutes({
  path: guidesPaths.deskGuides,
  access: ['coordinator'],
  audit: null,
  filters: defineForm(guidesStaffMessages, [
    pick(
      'show',
      z.preprocess((show) => show || undefined, z.enum(NAMES).optional()),
      {
        label: 'desk_guides',
        options: (locale) =>
          NAMES.map((value) => ({
            value,
            label: guidesStaffMessages.in(locale).plain(`desk_guides_${value}`),
          })),
      },
    ),
  ]),
  tabs: {
    by: 'show',
    first: 'desk_guides_public',
    async counts({ db }) {
      const { draft, in_review: review } = await countAtWork(db);
      return { drafts: draft, review };
    },
  },
  async find({ db }, { show }, window) {
    const states: readonly GuideState[] = show ? PARTS[show] : ['published'];
    return toPage(await listWritten(db, states, window), window, ({ id }) => id);
  },
  columns: [
    {
      key: 'title',
      head: 'guide_write_title',
      rowHead: true,
      cell: (guide) => (
        <Link href={guidesPaths.deskGuide({ id: guide.id })}>
          <GuideName guide={guide} />
        </Link>
      ),
    },
    {
      key: 'kind',
      head: 'guide_write_category',
      cell: ({ category }, locale) => guidesMessages.in(locale)(`kind_${category}`),
    },
    { key: 'where', head: 'guide_write_municipality_code', cell: (guide) => <GuidePlace guide={guide} /> },
    { key: 'languages', head: 'desk_guide_languages', cell: (guide) => <Languages guide={guide} /> },
    {
      key: 'state',
      head: 'desk_guide_state',
      atEnd: true,
      cell: ({ state }) => <StateChip state={state} />,
    },
  ],
  keyOf: ({ id }) => `guide-${id}`,
  rowsAPage: 50,
  words: guidesStaffMessages,
  title: 'desk_guides',
  lead: 'desk_guides_lead',
  empty: 'desk_guides_empty',
  emptyText: 'desk_guides_empty_text',
  ways: [
    { href: housePaths.deskGuideNew(), label: 'guide_new' },
    { href: guidesPaths.deskFacts(), label: 'desk_facts' },
  ],
});

const TONES: Readonly<Record<GuideState, Tone>> = {
  draft: 'plain',
  in_review: 'notice',
  published: 'good',
  withdrawn: 'plain',
  dropped: 'plain',
};

export function StateChip({ state }: { readonly state: GuideState }): VNode {
  const t = useWords(guidesStaffMessages);
  return <StatusChip tone={TONES[state]}>{t(`desk_guide_${state}`)}</StatusChip>;
}

/** How the words of a language stand: there and the same, behind, or not there. */
export function LanguageChip(props: { readonly guide: Guide; readonly locale: Locale }): VNode {
  const t = useWords(guidesStaffMessages);
  const found = props.guide.translations[props.locale];
  if (!found) return <StatusChip tone="plain">{t('words_missing')}</StatusChip>;
  if (!found.behind) return <StatusChip tone="good">{t('words_same')}</StatusChip>;
  const tone = found.behind === 'dangerous' ? 'danger' : found.behind === 'changes' ? 'notice' : 'plain';
  return <StatusChip tone={tone}>{t(`words_behind_${found.behind}`)}</StatusChip>;
}

/** In how many languages it says the same, and which are behind. */
function Languages({ guide }: { readonly guide: Guide }): VNode {
  const t = useWords(guidesStaffMessages);
  const there = LOCALES.filter((locale) => guide.translations[locale]);
  const behind = there.filter((locale) => guide.translations[locale]?.behind);
  return (
    <>
      {t('guide_languages_count', { count: there.length, all: LOCALES.length })}
      {behind.map((locale) => (
        <>
          {' '}
          <span class="quiet">
            <span lang={localeFacts[locale].tag}>{rubyWords(localeFacts[locale].name)}</span>:{' '}
            <LanguageChip guide={guide} locale={locale} />
          </span>
        </>
      ))}
    </>
  );
}
