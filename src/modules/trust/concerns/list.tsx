import { z } from 'zod';
import { defineForm, pick } from '../../../kits/forms/index.ts';
import { listRoutes } from '../../../kits/lists/index.ts';
import { formatsIn, yearOf } from '../../../platform/languages/formats.tsx';
import { Link, PersonName } from '../../../ui/index.ts';
import { callName, findPersons } from '../../people/index.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { countOpenConcerns, listConcerns } from './store/lists.ts';
import { ConcernChip } from './views.tsx';

const STATES = ['raised', 'assessed', 'closed'] as const;

/** All concerns: those under way first. Nobody finds one about themselves, and none leaves the house as a file. */
export const concernsRoutes = listRoutes({
  path: trustPaths.concerns,
  access: ['coordinator', 'administrator'],
  audit: 'trust.concerns.viewed',
  filters: defineForm(trustStaffMessages, [
    pick(
      'state',
      z.preprocess((state) => state || undefined, z.enum(STATES).optional()),
      {
        orAll: true,
        options: (locale) =>
          STATES.map((value) => ({ value, label: trustStaffMessages.in(locale).plain(`concern_${value}`) })),
      },
    ),
  ]),
  tabs: { by: 'state', counts: ({ db, actor }) => countOpenConcerns(db, actor.personId ?? '') },
  async find({ db, actor, locale }, { state = null }, window) {
    const found = await listConcerns(db, { readerId: actor.personId ?? '', state }, window);
    const persons = await findPersons(
      db,
      found.rows.flatMap(({ aboutPersonId, assessed }) =>
        [aboutPersonId, assessed?.by].flatMap((id) => id ?? []),
      ),
    );
    const nameOf = (id: string | null) => {
      const person = id && persons.get(id);
      return person ? callName(person, locale) : null;
    };
    const rows = found.rows.map((concern) => ({
      ...concern,
      about: nameOf(concern.aboutPersonId),
      keeper: nameOf(concern.assessed?.by ?? null),
    }));
    return { rows, next: found.next };
  },
  about: (rows) => ({ subjectIds: rows.flatMap(({ aboutPersonId }) => aboutPersonId ?? []) }),
  columns: [
    {
      key: 'about',
      head: 'concern_about',
      rowHead: true,
      cell: ({ id, aboutPersonId, about }, locale) => {
        const t = trustStaffMessages.in(locale);
        return (
          <Link href={trustPaths.concern({ id })}>
            {aboutPersonId ? <PersonName>{about ?? t('somebody')}</PersonName> : t('nobody')}
          </Link>
        );
      },
    },
    {
      key: 'when',
      head: 'raised_at',
      cell: ({ raisedAt }, locale, now) => formatsIn(locale).shortDayTime(raisedAt, yearOf(now)),
    },
    {
      key: 'keeper',
      head: 'concern_assessed_by',
      needsHead: true,
      cell: ({ keeper }) => keeper && <PersonName>{keeper}</PersonName>,
    },
    { key: 'state', head: 'state', atEnd: true, cell: (concern) => <ConcernChip concern={concern} /> },
  ],
  keyOf: ({ id }) => `concern-${id}`,
  rowsAPage: 50,
  words: trustStaffMessages,
  title: 'concerns_title',
  lead: 'concerns_lead',
  empty: 'concerns_empty',
  emptyText: 'concerns_empty_text',
});
