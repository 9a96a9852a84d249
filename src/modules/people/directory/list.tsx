import type { VNode } from 'preact';
import { z } from 'zod';
import { defineForm, line, pick } from '../../../kits/forms/index.ts';
import { listRoutes } from '../../../kits/lists/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { toPage } from '../../../platform/database/paging.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { text } from '../../../platform/web/form-fields.ts';
import { Link, PersonName, StatusChip } from '../../../ui/index.ts';
import { peopleStaffMessages } from '../messages.ts';
import { nameFor } from '../naming.tsx';
import { peoplePaths } from '../paths.ts';
import { placeNameOf } from '../place/views.tsx';
import { dayInJapan } from '../rules.ts';
import { SEARCHED_ROLES } from './roles.ts';
import { type FoundPerson, searchPersons } from './store.ts';

const filters = defineForm(peopleStaffMessages, [
  line('q', text(100), {
    label: 'directory_words',
    hint: 'directory_words_hint',
    type: 'search',
    autocomplete: 'off',
  }),
  pick(
    'role',
    z.preprocess((role) => role || undefined, z.enum(SEARCHED_ROLES).optional()),
    {
      label: 'directory_role',
      orAll: true,
      options: (locale) =>
        SEARCHED_ROLES.map((value) => ({
          value,
          label: peopleStaffMessages.in(locale).plain(`role_${value}`),
        })),
    },
  ),
]);

/** Everybody in the house, to look somebody up. */
export const listedRoutes = listRoutes({
  path: peoplePaths.people,
  access: ['coordinator', 'administrator'],
  audit: 'people.directory.searched',
  filters,
  tabs: { by: 'role' },
  async find({ db, now }, { q, role = null }, { after, limit }) {
    const search = { words: q, role, on: dayInJapan(now), afterId: after, limit: limit + 1 };
    return toPage(await searchPersons(db, search), { after, limit }, ({ person }) => person.id);
  },
  exported: {
    path: peoplePaths.peopleExport,
    audit: 'people.directory.exported',
    whose: ({ person }) => [person.id],
  },
  columns: [
    {
      key: 'name',
      head: 'name',
      rowHead: true,
      cell: ({ person }) => (
        <Link href={housePaths.person({ id: person.id })}>
          <FullName person={person} />
        </Link>
      ),
      text: ({ person }) => person.name,
    },
    {
      key: 'kana',
      head: 'kana',
      cell: ({ person }) => person.kana && <span lang="ja">{person.kana}</span>,
      text: ({ person }) => person.kana,
    },
    {
      key: 'place',
      head: 'place',
      cell: ({ person }, locale) => placeNameOf(person, locale) ?? '',
      text: ({ person }, locale) => placeNameOf(person, locale),
    },
    {
      key: 'roles',
      head: 'roles',
      atEnd: true,
      cell: (found) => <Roles {...found} />,
      text: ({ roles }, locale) =>
        roles.map((role) => peopleStaffMessages.in(locale).plain(`role_${role}`)).join(', '),
    },
  ],
  keyOf: ({ person }) => `person-${person.id}`,
  rowsAPage: 50,
  words: peopleStaffMessages,
  title: 'directory_title',
  lead: 'directory_lead',
  search: 'directory_search',
  caption: 'directory_found',
  empty: 'directory_empty',
  emptyText: 'directory_empty_text',
  ways: [
    { href: housePaths.staffActs(), label: 'to_staff_acts' },
    { href: peoplePaths.peopleNew(), label: 'to_entering' },
  ],
});

/** The whole name, readable, with the written one behind it. */
function FullName({ person }: Pick<FoundPerson, 'person'>): VNode {
  const words = useWords(peopleStaffMessages);
  const { text, written } = nameFor({ ...person, preferredName: null }, useLocale(), 'staff');
  return (
    <>
      <PersonName>{text || words('no_name_yet')}</PersonName> {written && <PersonName>{written}</PersonName>}
    </>
  );
}

function Roles({ person, roles }: FoundPerson): VNode {
  const words = useWords(peopleStaffMessages);
  return (
    <>
      {roles.map((role) => (
        <StatusChip tone="plain">{words(`role_${role}`)}</StatusChip>
      ))}
      {person.accessEndedAt && <StatusChip tone="danger">{words('access_ended')}</StatusChip>}
    </>
  );
}
