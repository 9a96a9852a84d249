import { defineForm } from '../../../kits/forms/index.ts';
import { listRoutes } from '../../../kits/lists/index.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { Link, PersonName } from '../../../ui/index.ts';
import { callName, findPersons } from '../../people/index.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { listConcerns } from './store/lists.ts';
import { ConcernChip } from './views.tsx';

/** All concerns: those under way first. Nobody finds one about themselves, and none leaves the house as a file. */
export const concernsRoutes = listRoutes({
  path: trustPaths.concerns,
  access: ['coordinator', 'administrator'],
  audit: 'trust.concerns.viewed',
  filters: defineForm(trustStaffMessages, []),
  async find({ db, actor, locale }, _filters, window) {
    const found = await listConcerns(db, actor.personId ?? '', window);
    const persons = await findPersons(
      db,
      found.rows.flatMap(({ aboutPersonId }) => aboutPersonId ?? []),
    );
    const nameOf = (id: string | null) => {
      const person = id && persons.get(id);
      return person ? callName(person, locale) : null;
    };
    const rows = found.rows.map((concern) => ({ ...concern, about: nameOf(concern.aboutPersonId) }));
    return { rows, next: found.next };
  },
  about: (rows) => ({ subjectIds: rows.flatMap(({ aboutPersonId }) => aboutPersonId ?? []) }),
  columns: [
    {
      key: 'when',
      head: 'raised_at',
      rowHead: true,
      cell: ({ id, raisedAt }, locale) => (
        <Link href={trustPaths.concern({ id })}>{formatsIn(locale).dayTime(raisedAt)}</Link>
      ),
    },
    {
      key: 'about',
      head: 'concern_about',
      cell: ({ aboutPersonId, about }, locale) => {
        const t = trustStaffMessages.in(locale);
        return aboutPersonId ? <PersonName>{about ?? t('somebody')}</PersonName> : t('nobody');
      },
    },
    { key: 'state', head: 'state', cell: (concern) => <ConcernChip concern={concern} /> },
  ],
  keyOf: ({ id }) => `concern-${id}`,
  rowsAPage: 50,
  words: trustStaffMessages,
  title: 'concerns_title',
  lead: 'concerns_lead',
  caption: 'concerns_title',
  captionHidden: true,
  empty: 'concerns_empty',
  emptyText: 'concerns_empty_text',
});
