import type { VNode } from 'preact';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { DataTable, Link, StatusChip, type Tone } from '../../../ui/index.ts';
import { CourseSays } from '../courses/course-words.tsx';
import { classesPaths } from '../paths.ts';
import type { Course, Session } from '../types.ts';
import { classesStaffMessages } from '../words.ts';

/** Days with their seats, each with the way to it. */
export function SessionsTable(props: {
  readonly sessions: readonly Session[];
  readonly caption: Words;
  /** Of which course, where they are of several. */
  readonly courses?: ReadonlyMap<string, Course>;
}): VNode {
  const t = useWords(classesStaffMessages);
  const { plain } = useFormats();
  const { sessions, caption, courses } = props;
  return (
    <DataTable
      caption={caption}
      rows={sessions}
      rowKey={({ id }) => `session-${id}`}
      empty={<p>{t('sessions_none')}</p>}
      columns={[
        {
          key: 'day',
          head: t('session_on_day'),
          rowHead: true,
          cell: ({ id, startsAt }) => (
            <Link href={classesPaths.deskSession({ id })}>{plain.dayTime(startsAt)}</Link>
          ),
        },
        ...(courses
          ? [
              {
                key: 'course',
                head: t('session_course'),
                cell: ({ courseId }: Session) => {
                  const course = courses.get(courseId);
                  return course && <CourseSays course={course} what="title" />;
                },
              },
            ]
          : []),
        {
          key: 'seats',
          head: t('session_seats'),
          needsHead: true,
          cell: ({ taken, cap, room }) => t('session_seats_of', { taken, cap, room }),
        },
        {
          key: 'state',
          head: t('session_state'),
          atEnd: true,
          cell: (session) => <SessionChip session={session} />,
        },
      ]}
    />
  );
}

const TONES: Readonly<Record<Session['state'], Tone>> = {
  planned: 'waiting',
  open: 'good',
  under_way: 'good',
  over: 'notice',
  reported: 'plain',
  cancelled: 'danger',
};

export function SessionChip({ session }: { readonly session: Session }): VNode {
  const t = useWords(classesStaffMessages);
  const { state, cap } = session;
  if (state === 'open' && cap === 0)
    return <StatusChip tone="danger">{t('session_without_adults')}</StatusChip>;
  return <StatusChip tone={TONES[state]}>{t(`session_state_${state}`)}</StatusChip>;
}
