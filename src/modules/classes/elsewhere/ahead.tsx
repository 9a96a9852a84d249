import type { VNode } from 'preact';
import type { Database } from '../../../platform/database/connect.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { AheadItem } from '../../../platform/parts/ahead.ts';
import { Button, Card } from '../../../ui/index.ts';
import { CourseSays } from '../courses/course-words.tsx';
import { classesPaths } from '../paths.ts';
import { listCommitmentsAhead } from '../store/commitments.ts';
import { findCourses } from '../store/courses.ts';
import { findSessions } from '../store/sessions.ts';
import type { Commitment, Course, Session } from '../types.ts';
import { classesMessages } from '../words.ts';

/** The days that somebody teaches, and those for which they are asked. */
export async function teachingAhead(
  db: Database,
  personId: string,
  now: Temporal.Instant,
): Promise<AheadItem[]> {
  const all = await listCommitmentsAhead(db, personId, now);
  const own = all.filter(({ state }) => state === 'yes' || state === 'asked');
  const sessions = await findSessions(
    db,
    own.map(({ sessionId }) => sessionId),
  );
  const courses = await findCourses(
    db,
    [...sessions.values()].map(({ courseId }) => courseId),
  );
  return own.flatMap((commitment): AheadItem[] => {
    const session = sessions.get(commitment.sessionId);
    const course = session && courses.get(session.courseId);
    if (!session || !course) return [];
    const isYourTurn = commitment.state === 'asked';
    return [
      {
        ...{ at: session.startsAt, isYourTurn },
        card: <TeachingCard {...{ commitment, session, course }} />,
        inCalendar: isYourTurn ? undefined : { id: session.id, ...whenOf(session) },
      },
    ];
  });
}

const whenOf = ({ startsAt, endsAt }: Session) => ({ startsAt, endsAt });

function TeachingCard(props: {
  readonly commitment: Commitment;
  readonly session: Session;
  readonly course: Course;
}): VNode {
  const t = useWords(classesMessages);
  const { span } = useFormats();
  const { commitment, session, course } = props;
  const isAsked = commitment.state === 'asked';
  return (
    <Card
      title={t(isAsked ? 'teaching_asked_title' : 'teaching_comes_title')}
      level={2}
      actions={
        <Button href={classesPaths.teaching()} kind={isAsked ? 'main' : 'quiet'}>
          {t(isAsked ? 'teaching_answer' : 'teaching_see')}
        </Button>
      }
    >
      <p>
        <CourseSays course={course} what="title" />
      </p>
      <p>{span(session.startsAt, session.endsAt)}</p>
    </Card>
  );
}
