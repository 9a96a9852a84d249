import type { Tx } from '../../../platform/database/connect.ts';
import { ownId } from '../../../platform/permissions.ts';
import type { Outcome } from '../../../platform/refusal.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { classesPaths } from '../paths.ts';
import { listCalledOff, listCommitmentsAhead } from '../store/commitments.ts';
import { findCourses } from '../store/courses.ts';
import { findSessions } from '../store/sessions.ts';
import { classesMessages } from '../words.ts';
import { sayNo, sayYes } from './commands.ts';
import type { HelpingScene, OnCommitment } from './doing.ts';
import { type AskedDay, TeachingPage } from './page.tsx';
import { askedTutor } from './relation.ts';

/** The days for which somebody was asked to teach or help, and their answers: one press each. */
export const teachingRoutes: readonly Route[] = [
  get({
    path: classesPaths.teaching,
    access: ['tutor', 'volunteer'],
    audit: null,
    async handle({ db, actor, now, locale }) {
      const personId = ownId({ actor });
      const asked = [
        ...(await listCalledOff(db, personId, now)),
        ...(await listCommitmentsAhead(db, personId, now)),
      ];
      const sessions = await findSessions(
        db,
        asked.map(({ sessionId }) => sessionId),
      );
      const courses = await findCourses(
        db,
        [...sessions.values()].map(({ courseId }) => courseId),
      );
      const days = asked.flatMap((commitment): AskedDay[] => {
        const session = sessions.get(commitment.sessionId);
        const course = session && courses.get(session.courseId);
        return session && course ? [{ commitment, session, course }] : [];
      });
      return page(classesMessages.in(locale).plain('teaching_title'), <TeachingPage days={days} now={now} />);
    },
  }),
  post({
    path: classesPaths.teachingYes,
    access: [askedTutor],
    audit: 'classes.commitment.accepted',
    handle: (call) => answer(call, sayYes, 'teaching_yes_said'),
  }),
  post({
    path: classesPaths.teachingNo,
    access: [askedTutor],
    audit: 'classes.commitment.declined',
    handle: (call) => answer(call, sayNo, 'teaching_no_said'),
  }),
];

async function answer(
  { db, params, actor, now, locale, audit }: Call<{ id: string }, undefined, Tx>,
  say: (tx: Tx, on: OnCommitment) => Promise<Outcome<HelpingScene>>,
  said: 'teaching_yes_said' | 'teaching_no_said',
): Promise<Reply> {
  const byPersonId = ownId({ actor });
  const done = await say(db, { commitmentId: params.id, as: 'tutor', byPersonId, now });
  if (!done.ok) return done.refusal.code === 'commitment_is_unknown' ? missing() : refusedBy(done.refusal);
  await audit({ subjectIds: [byPersonId], object: { kind: 'classes.session', id: done.value.session.id } });
  return redirect(classesPaths.teaching(), { tone: 'done', text: classesMessages.in(locale).noted(said) });
}
