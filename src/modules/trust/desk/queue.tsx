import type { VNode } from 'preact';
import { z } from 'zod';
import { defineForm, pick } from '../../../kits/forms/index.ts';
import { type Asking, type Found, listRoutes } from '../../../kits/lists/index.ts';
import { slotsPaths } from '../../../kits/slots/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Window } from '../../../platform/database/paging.ts';
import { formatsIn, yearOf } from '../../../platform/languages/formats.tsx';
import type { Locale } from '../../../platform/languages/locales.ts';
import { Button, Link, PersonName, StatusChip } from '../../../ui/index.ts';
import { callName, dayInJapan, findPersons } from '../../people/index.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { findPolicy } from '../policy/store.ts';
import { type DueRenewal, listDueRenewals } from '../renewals/store.ts';
import { findStandings } from '../standing/store.ts';
import type { Standing } from '../types.ts';
import { lastDay } from '../volunteering/rules.ts';
import { isOurTurn, nextStaffAct } from './rules.ts';
import { countApplicants, type InQueue, listApplicants, listUninsured } from './store.ts';

const PARTS = ['ours', 'renewals', 'uninsured'] as const;

const filters = defineForm(trustStaffMessages, [
  pick(
    'show',
    z.preprocess((show) => show || undefined, z.enum(PARTS).optional()),
    {
      label: 'queue_title',
      options: (locale) =>
        PARTS.map((value) => ({ value, label: trustStaffMessages.in(locale).plain(`queue_${value}`) })),
    },
  ),
]);

/** Somebody who applies, with where they stand; or a volunteer with what of them runs out, or uninsured. */
interface Row extends InQueue {
  readonly name: string | null;
  readonly standing?: Standing | undefined;
  readonly renewal?: DueRenewal | undefined;
}

/** Who waits for what on the way to volunteering, whose steps run out, whom nobody insures. */
export const queueRoutes = listRoutes({
  path: trustPaths.applications,
  access: ['coordinator'],
  audit: 'trust.applications.viewed',
  filters,
  tabs: { by: 'show', first: 'applicants', counts: ({ db, now }) => countApplicants(db, now) },
  async find(asking, { show }, window): Promise<Found<Row>> {
    const { db, locale, now } = asking;
    const { rows, next } = await findPart(asking, show, window);
    const ids = rows.map(({ personId }) => personId);
    const persons = await findPersons(db, ids);
    const standings = show === undefined || show === 'ours' ? await findStandings(db, ids, now) : null;
    return {
      next,
      rows: rows.map((row) => {
        const person = persons.get(row.personId);
        const standing = standings?.get(row.personId);
        return { ...row, name: person ? callName(person, locale) : null, standing };
      }),
    };
  },
  about: (rows) => ({ subjectIds: [...new Set(rows.map(({ personId }) => personId))] }),
  columns: [
    {
      key: 'name',
      head: 'name',
      rowHead: true,
      cell: ({ personId, name }, locale) => (
        <Link href={housePaths.trustPerson({ id: personId })}>
          <PersonName>{name ?? trustStaffMessages.in(locale)('somebody')}</PersonName>
        </Link>
      ),
    },
    { key: 'when', head: 'queue_when', cell: sayWhen },
    { key: 'what', head: 'queue_what', cell: sayWhat },
    {
      key: 'act',
      head: 'next_act',
      atEnd: true,
      cell: (row, locale, now) => <NextAct {...row} locale={locale} now={now} />,
    },
  ],
  keyOf: ({ id }) => `queue-${id}`,
  rowsAPage: 50,
  words: trustStaffMessages,
  title: 'queue_title',
  lead: 'queue_lead',
  empty: 'queue_empty',
  emptyText: 'queue_empty_text',
  ways: [{ href: slotsPaths.times(), label: 'open_interview_times' }],
});

async function findPart({ db, now }: Asking, show: (typeof PARTS)[number] | undefined, window: Window) {
  if (show === 'renewals') {
    const { rows, next } = await listDueRenewals(db, now, window);
    return { next, rows: rows.map((renewal) => ({ ...renewal, renewal })) };
  }
  if (show !== 'uninsured') return listApplicants(db, { now, isOurs: show === 'ours' }, window);
  const { needsInsurance } = await findPolicy(db, now);
  return needsInsurance ? listUninsured(db, dayInJapan(now), window) : { rows: [], next: null };
}

function sayWhen({ standing, renewal }: Row, locale: Locale, now: Temporal.Instant) {
  const t = trustStaffMessages.in(locale);
  const { shortDay } = formatsIn(locale);
  if (renewal) return t('until_day', { day: shortDay(lastDay(renewal.untilOn), yearOf(now)) });
  const { application } = standing ?? {};
  return application && t('applied_day', { day: shortDay(application.submittedAt, yearOf(now)) });
}

function sayWhat({ standing, renewal }: Row, locale: Locale) {
  const t = trustStaffMessages.in(locale);
  if (renewal) return t(`step_${renewal.subject as 'training'}`);
  if (!standing) return t('uninsured_title');
  const all = standing.steps.filter((step) => step.isRequired).length;
  return t('steps_done_of', { all, done: all - standing.missing.length });
}

function NextAct({
  personId,
  standing,
  locale,
  now,
}: Row & { readonly locale: Locale; readonly now: Temporal.Instant }): VNode | null {
  if (!standing) return null;
  const t = trustStaffMessages.in(locale);
  const act = nextStaffAct(standing, now);
  const { interview } = standing;
  if (isOurTurn(act))
    return <Button href={`${housePaths.trustPerson({ id: personId })}#next`}>{t(`act_${act}`)}</Button>;
  return (
    <StatusChip tone="waiting">
      {act === 'hold_interview' && interview
        ? t('interview_is_on', { when: formatsIn(locale).shortDayTime(interview.startsAt, yearOf(now)) })
        : t(`act_${act}`)}
    </StatusChip>
  );
}
