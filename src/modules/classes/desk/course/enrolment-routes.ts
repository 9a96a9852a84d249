import { z } from 'zod';
import type { Tx } from '../../../../platform/database/connect.ts';
import type { Outcome } from '../../../../platform/refusal.ts';
import {
  type Call,
  missing,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { listGuardianIds } from '../../children/store/guardianships.ts';
import { declineEnrolment, enrolChild, inviteToTrial, type OnEnrolment } from '../../enrolments/commands.ts';
import { classesPaths } from '../../paths.ts';
import type { Enrolment } from '../../types.ts';
import { classesStaffMessages } from '../../words.ts';

const access = ['coordinator'] as const;
type Says = 'child_was_invited' | 'child_was_enrolled' | 'child_was_declined';

/** What coordinators say to a family that has asked for a place. */
export const enrolmentRoutes: readonly Route[] = [
  post({
    path: classesPaths.deskInvitation,
    access,
    audit: 'classes.enrolment.invited',
    form: z.object({ sessionId: z.uuid({ message: 'choose_one' }) }),
    handle: (call) =>
      decide(call, 'child_was_invited', (tx, on) => inviteToTrial(tx, { ...on, ...call.fields })),
  }),
  post({
    path: classesPaths.deskEnrolment,
    access,
    audit: 'classes.enrolment.enrolled',
    handle: (call) => decide(call, 'child_was_enrolled', enrolChild),
  }),
  post({
    path: classesPaths.deskDecline,
    access,
    audit: 'classes.enrolment.declined',
    handle: (call) => decide(call, 'child_was_declined', declineEnrolment),
  }),
];

async function decide(
  { db, params, actor, now, locale, audit }: Omit<Call<{ id: string }, unknown, Tx>, 'fields'>,
  says: Says,
  act: (tx: Tx, on: OnEnrolment) => Promise<Outcome<Enrolment>>,
): Promise<Reply> {
  const on = { enrolmentId: params.id, as: 'coordinator', byPersonId: actor.personId, now } as const;
  const done = await act(db, on);
  if (!done.ok) return done.refusal.code === 'enrolment_is_unknown' ? missing() : refusedBy(done.refusal);
  const { childId, courseId } = done.value;
  await audit({
    subjectIds: await listGuardianIds(db, [childId]),
    object: { kind: 'classes.child', id: childId },
  });
  const text = classesStaffMessages.in(locale).noted(says);
  return redirect(classesPaths.deskCourse({ id: courseId }), { tone: 'done', text });
}
