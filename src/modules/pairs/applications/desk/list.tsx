import { z } from 'zod';
import { defineForm, pick } from '../../../../kits/forms/index.ts';
import { type Found, listRoutes } from '../../../../kits/lists/index.ts';
import { slotsPaths } from '../../../../kits/slots/index.ts';
import { urgencyOf } from '../../../../matching/index.ts';
import { formatsIn, yearOf } from '../../../../platform/languages/formats.tsx';
import { Link, PersonName } from '../../../../ui/index.ts';
import { callName, dayInJapan, findPersons } from '../../../people/index.ts';
import { interviewStanding } from '../../interview/rules.ts';
import { newestInterviews } from '../../interview/store.ts';
import { listFreePlaces } from '../../pair/store.ts';
import { pairsPaths } from '../../paths.ts';
import { waitingOf } from '../../pool/rules.ts';
import { URGENCY } from '../../rounds/solving/weights.ts';
import { type Application, SIDES } from '../../types.ts';
import { pairsStaffMessages } from '../../words.ts';
import { countWaiting, listApplications, PARTS } from '../store/list.ts';
import { staffActOf } from './staff-act.ts';

const chosen = <const T extends readonly [string, ...string[]]>(of: T) =>
  z.preprocess((sent) => sent || undefined, z.enum(of).optional().catch(undefined));

const filters = defineForm(pairsStaffMessages, [
  pick('show', chosen(PARTS), {
    label: 'applications_title',
    options: (locale) =>
      PARTS.filter((part) => part !== 'submitted').map((value) => ({
        value,
        label: pairsStaffMessages.in(locale).plain(`part_${value}`),
      })),
  }),
  pick('side', chosen(SIDES), {
    label: 'side',
    orAll: true,
    options: (locale) =>
      SIDES.map((value) => ({ value, label: pairsStaffMessages.in(locale).plain(`side_${value}`) })),
  }),
]);

interface Row {
  readonly application: Application;
  readonly name: string | null;
  readonly act: ReturnType<typeof staffActOf>;
  /** Of a resident who waits, in days; null for others. */
  readonly urgency: number | null;
}

/** Who has applied for a pair, and what each of them waits for. */
export const applicationListRoutes = listRoutes({
  path: pairsPaths.deskApplications,
  access: ['coordinator'],
  audit: 'pairs.applications.viewed',
  filters,
  tabs: { by: 'show', first: 'part_submitted', counts: ({ db }) => countWaiting(db) },
  async find({ db, locale, now }, { show = 'submitted', side }, window): Promise<Found<Row>> {
    const { rows, next } = await listApplications(db, { part: show, side }, window);
    const persons = await findPersons(
      db,
      rows.map(({ personId }) => personId),
    );
    const ids = rows.map(({ id }) => id);
    const interviews = await newestInterviews(db, ids);
    const places = await listFreePlaces(db, ids);
    return {
      next,
      rows: rows.map((application) => {
        const person = persons.get(application.personId);
        const interview = interviews.get(application.id);
        const standing = interviewStanding(application, interview ? [interview] : []);
        const isPaired = application.state === 'ready' && !places.has(application.id);
        const waits = application.side === 'resident' && application.state === 'ready' && !isPaired;
        const today = dayInJapan(now).toString();
        return {
          application,
          name: person ? callName(person, locale) : null,
          act: isPaired ? 'none' : staffActOf(application, standing, now),
          urgency: waits ? urgencyOf(waitingOf(application), today, URGENCY).days : null,
        };
      }),
    };
  },
  about: (rows) => ({ subjectIds: [...new Set(rows.map(({ application }) => application.personId))] }),
  columns: [
    {
      key: 'name',
      head: 'name',
      rowHead: true,
      cell: ({ application: { id }, name }, locale) => (
        <Link href={pairsPaths.deskApplication({ id })}>
          <PersonName>{name ?? pairsStaffMessages.in(locale)('somebody')}</PersonName>
        </Link>
      ),
    },
    {
      key: 'side',
      head: 'side',
      cell: ({ application: { side, memberIds } }, locale) => {
        const t = pairsStaffMessages.in(locale);
        return (
          <>
            {t(`side_${side}`)}
            {memberIds.length > 1 && <> · {t('people_count', { count: memberIds.length })}</>}
          </>
        );
      },
    },
    {
      key: 'when',
      head: 'applied',
      cell: ({ application: { submittedAt } }, locale, now) =>
        formatsIn(locale).shortDay(submittedAt, yearOf(now)),
    },
    {
      key: 'act',
      head: 'next_act',
      atEnd: true,
      cell({ act, urgency }, locale) {
        const t = pairsStaffMessages.in(locale);
        return urgency === null ? t(`act_${act}`) : t('act_pair_urgency', { days: urgency });
      },
    },
  ],
  keyOf: ({ application }) => `application-${application.id}`,
  rowsAPage: 50,
  words: pairsStaffMessages,
  title: 'applications_title',
  lead: 'applications_lead',
  search: 'narrow_down',
  empty: 'applications_empty',
  emptyText: 'applications_empty_text',
  ways: [{ href: slotsPaths.times(), label: 'open_interview_times' }],
});
