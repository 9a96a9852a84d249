import { z } from 'zod';
import { defineForm, line, pick } from '../../../kits/forms/index.ts';
import { listRoutes } from '../../../kits/lists/index.ts';
import { formatsIn, yearOf } from '../../../platform/languages/formats.tsx';
import { text } from '../../../platform/web/form-fields.ts';
import { Link, PersonName } from '../../../ui/index.ts';
import { callName, findPersons } from '../../people/index.ts';
import { talkLanguageName } from '../ask/form.ts';
import { consultationPaths } from '../paths.ts';
import { STATES, searchMatters } from '../store/search.ts';
import { FIELDS, numberOfMatter } from '../types.ts';
import { consultationMessages, consultationStaffMessages } from '../words.ts';
import { MatterChips } from './chips.tsx';

const oneOf = <const T extends readonly [string, ...string[]]>(options: T) =>
  z.preprocess(
    (chosen) => chosen || undefined,
    z.enum(options).optional().catch(undefined),
  ) as unknown as z.ZodType<T[number] | undefined>;
/** `S-1042`, or the number alone. */
const readNumber = (typed: string) => Number(/^\s*(?:S-?)?(\d{1,9})\s*$/i.exec(typed)?.[1] ?? 0) || null;

/** All matters, by number, field and state. What was written in them is never looked through. */
export const deskListRoutes = listRoutes({
  path: consultationPaths.deskConsultations,
  access: ['coordinator'],
  audit: 'consultations.matters.searched',
  filters: defineForm(consultationStaffMessages, [
    line('number', text(20)),
    pick('field', oneOf(FIELDS), {
      orAll: true,
      options: (locale) =>
        FIELDS.map((value) => ({ value, label: consultationMessages.in(locale).plain(`field_${value}`) })),
    }),
    pick('state', oneOf(STATES), {
      orAll: true,
      options: (locale) =>
        STATES.map((value) => ({ value, label: consultationMessages.in(locale).plain(`state_${value}`) })),
    }),
  ]),
  async find({ db, actor, locale }, { number = '', field, state }, window) {
    const asked = { number: readNumber(number), isNoNumber: number !== '', field, state };
    const found = await searchMatters(db, { ...asked, notOf: actor.personId ?? '' }, window);
    const ids = found.rows.flatMap(({ responsibleId }) => responsibleId ?? []);
    const persons = await findPersons(db, [...new Set(ids)]);
    const rows = found.rows.map((matter) => {
      const person = matter.responsibleId && persons.get(matter.responsibleId);
      return { ...matter, responsible: person ? callName(person, locale) : null };
    });
    return { rows, next: found.next };
  },
  // Nobody's name or words stand in it.
  about: () => ({ subjectIds: [] }),
  columns: [
    {
      key: 'number',
      head: 'number',
      rowHead: true,
      cell: (matter) => (
        <Link href={consultationPaths.deskConsultation(matter)}>{numberOfMatter(matter)}</Link>
      ),
    },
    {
      key: 'field',
      head: 'field',
      cell: ({ field }, locale) => consultationMessages.in(locale)(`field_${field}`),
    },
    {
      key: 'language',
      head: 'language',
      needsHead: true,
      cell: ({ language }, locale) => talkLanguageName(language, locale),
    },
    {
      key: 'answer_by',
      head: 'answer_by',
      needsHead: true,
      cell: ({ answerBy, answeredAt, state }, locale, now) =>
        answeredAt || state === 'closed' ? null : formatsIn(locale).shortDayTime(answerBy, yearOf(now)),
    },
    {
      key: 'responsible',
      head: 'responsible',
      needsHead: true,
      cell: ({ responsible }) => responsible && <PersonName>{responsible}</PersonName>,
    },
    { key: 'state', head: 'state', atEnd: true, cell: (matter) => <MatterChips matter={matter} /> },
  ],
  keyOf: ({ id }) => `matter-${id}`,
  rowsAPage: 50,
  words: consultationStaffMessages,
  search: 'search_go',
  title: 'desk_consultations',
  lead: 'desk_consultations_lead',
  ways: [
    { href: consultationPaths.deskOpenings(), label: 'openings_title' },
    { href: consultationPaths.deskExperts(), label: 'experts' },
    { href: consultationPaths.deskInterpreters(), label: 'interpreters' },
    { href: consultationPaths.expertDays(), label: 'expert_days' },
    { href: consultationPaths.deskConsultationFigures(), label: 'figures_title' },
  ],
  empty: 'desk_consultations_empty',
  emptyText: 'desk_consultations_empty_text',
});
