import type { VNode } from 'preact';
import { Press } from '../../../../kits/acts/index.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import {
  ActionForm,
  Actions,
  DataTable,
  FormErrors,
  Notice,
  PageHead,
  PersonName,
  StatusChip,
  SummaryList,
  type Tone,
} from '../../../../ui/index.ts';
import { CourseSays } from '../../courses/course-words.tsx';
import { DeskWayToDay } from '../../day/ways.tsx';
import { classesPaths } from '../../paths.ts';
import type { Commitment } from '../../types.ts';
import { classesStaffMessages } from '../../words.ts';
import { sessionForms } from '../sent.ts';
import { SessionChip } from '../sessions-table.tsx';
import { Cancelling, Moving, Plan } from './changing.tsx';
import type { SessionProps } from './props.ts';
import { ReportForm } from './report.tsx';

/** One day: seats and why there are so many, who comes, whom to ask, what is done. */
export function SessionPage(props: SessionProps): VNode {
  const t = useWords(classesStaffMessages);
  const { span, dayTime } = useFormats();
  const { session, course, waiting, unsure, form, now } = props;
  const { taken, cap, room } = session;
  const of = { id: session.id, state: session.state, version: session.version, form, now };
  return (
    <>
      <PageHead
        title={<CourseSays course={course} what="title" />}
        lead={span(session.startsAt, session.endsAt)}
        back={{
          href: classesPaths.deskCourse({ id: course.id }),
          label: <CourseSays course={course} what="title" />,
        }}
        aside={<SessionChip session={session} />}
      />
      <FormErrors refusals={form.refusals} />
      {unsure > 0 && <Notice>{t('session_unsure', { count: unsure })}</Notice>}
      <SummaryList
        rows={[
          { label: t('session_seats'), value: t('session_seats_of', { taken, cap, room }) },
          { label: t('session_waiting'), value: t('session_children', { count: waiting }) },
          ...(session.movedFrom
            ? [{ label: t('session_moved_from'), value: dayTime(session.movedFrom) }]
            : []),
          ...(session.cancelReason
            ? [{ label: t('session_cancelled_for'), value: t(`cancel_${session.cancelReason}`) }]
            : []),
        ]}
      />
      <p class="quiet">{t('session_seats_why')}</p>
      <Actions>
        <Press table={sessionForms} of={of} act="opening" kind="main" confirm={t('session_open_confirm')}>
          {t('session_open')}
        </Press>
      </Actions>
      <DeskWayToDay session={session} />
      <Adults {...props} />
      {(session.state === 'planned' || session.state === 'open') && <Asking {...props} />}
      {session.state === 'over' && <ReportForm {...props} />}
      <Plan {...props} />
      <Moving {...props} />
      <Cancelling {...props} />
    </>
  );
}

const TONES: Readonly<Record<Commitment['state'], Tone>> = {
  asked: 'waiting',
  yes: 'good',
  no: 'plain',
  silent: 'notice',
};

function Adults({ adults }: SessionProps): VNode {
  const t = useWords(classesStaffMessages);
  const { dayTime } = useFormats();
  return (
    <DataTable
      caption={t('adults_title')}
      rows={adults}
      rowKey={({ id }) => `adult-${id}`}
      empty={<p>{t('adults_none')}</p>}
      columns={[
        {
          key: 'name',
          head: t('adult_name'),
          rowHead: true,
          cell: ({ name }) => <PersonName>{name}</PersonName>,
        },
        { key: 'role', head: t('adult_role'), cell: ({ role }) => t(`role_${role}`) },
        {
          key: 'until',
          head: t('adult_answers_by'),
          needsHead: true,
          cell: ({ state, answerBy }) => (state === 'asked' ? dayTime(answerBy) : '–'),
        },
        {
          key: 'state',
          head: t('adult_answer'),
          atEnd: true,
          cell: ({ state, isVetted }) =>
            state === 'yes' && !isVetted ? (
              <StatusChip tone="danger">{t('adult_does_not_count')}</StatusChip>
            ) : (
              <StatusChip tone={TONES[state]}>{t(`answer_${state}`)}</StatusChip>
            ),
        },
      ]}
    />
  );
}

/** Best first, with what their yes would be worth; one press asks. */
function Asking({ askable, session }: SessionProps): VNode {
  const t = useWords(classesStaffMessages);
  return (
    <DataTable
      caption={t('asking_title')}
      rows={askable}
      rowKey={({ personId }) => `ask-${personId}`}
      empty={<p>{t('asking_none')}</p>}
      columns={[
        {
          key: 'name',
          head: t('adult_name'),
          rowHead: true,
          cell: ({ name }) => <PersonName>{name}</PersonName>,
        },
        {
          key: 'worth',
          head: t('asking_worth'),
          cell: ({ seats, towards }) =>
            seats > 0 ? t('asking_seats', { count: seats }) : t('asking_towards', { count: towards }),
        },
        {
          key: 'lately',
          head: t('asking_lately'),
          needsHead: true,
          cell: ({ recentDays }) => t('asking_days', { count: recentDays }),
        },
        {
          key: 'act',
          head: t('asking_act'),
          atEnd: true,
          cell: ({ personId, role, name }) => (
            <ActionForm
              action={classesPaths.deskAsk({ id: session.id })}
              hidden={{ personId, role }}
              label={t.plain('ask_named', { name })}
            >
              {t('ask')}
            </ActionForm>
          ),
        },
      ]}
    />
  );
}
