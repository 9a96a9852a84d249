import { z } from 'zod';
import { defineForm, pick } from '../../../kits/forms/index.ts';
import { listRoutes } from '../../../kits/lists/index.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { Link, PersonName } from '../../../ui/index.ts';
import { callName, findPersons } from '../../people/index.ts';
import { storiesPaths } from '../paths.ts';
import { countStories, listStories } from '../store/desk.ts';
import type { Story } from '../types.ts';
import { storiesStaffMessages } from '../words.ts';
import { DeskStateChip } from './state-chip.tsx';

const SHOWN = ['invited', 'published', 'past'] as const;

/** All stories: those that wait, those whom we have invited, those that are shown, those that are over. */
export const storiesList = listRoutes({
  path: storiesPaths.desk,
  access: ['coordinator'],
  audit: 'stories.stories.viewed',
  about: (rows: readonly (Story & { readonly who: string })[]) => ({
    subjectIds: rows.map(({ tellerId }) => tellerId),
  }),
  filters: defineForm(storiesStaffMessages, [
    pick(
      'show',
      z.preprocess((show) => show || undefined, z.enum(SHOWN).optional()),
      {
        label: 'desk_stories',
        options: (locale) =>
          SHOWN.map((value) => ({
            value,
            label: storiesStaffMessages.in(locale).plain(`desk_stories_${value}`),
          })),
      },
    ),
  ]),
  tabs: { by: 'show', first: 'desk_stories_waiting', counts: ({ db }) => countStories(db) },
  async find({ db, locale }, { show }, window) {
    const found = await listStories(db, show ?? 'waiting', window);
    const persons = await findPersons(
      db,
      found.rows.map(({ tellerId }) => tellerId),
    );
    const rows = found.rows.map((story) => {
      const person = persons.get(story.tellerId);
      return { ...story, who: person ? callName(person, locale) : '–' };
    });
    return { rows, next: found.next };
  },
  columns: [
    {
      key: 'who',
      head: 'desk_story_who',
      rowHead: true,
      cell: ({ id, who, createdAt }, locale) => (
        <Link href={storiesPaths.deskStory({ id })} apart={formatsIn(locale).day(createdAt)}>
          <PersonName>{who}</PersonName>
        </Link>
      ),
    },
    {
      key: 'part',
      head: 'desk_story_part',
      cell: ({ part }, locale) => storiesStaffMessages.in(locale)(`desk_part_${part}`),
    },
    {
      key: 'since',
      head: 'desk_story_since',
      needsHead: true,
      cell: ({ createdAt }, locale) => formatsIn(locale).day(createdAt),
    },
    { key: 'state', head: 'desk_story_state', atEnd: true, cell: (story) => <DeskStateChip story={story} /> },
  ],
  keyOf: ({ id }) => `story-${id}`,
  rowsAPage: 50,
  words: storiesStaffMessages,
  title: 'desk_stories',
  lead: 'desk_stories_lead',
  empty: 'desk_stories_empty',
  emptyText: 'desk_stories_empty_text',
  ways: [{ href: storiesPaths.deskNew(), label: 'story_invite' }],
});
