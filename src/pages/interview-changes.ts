import { z } from 'zod';
import { conversationsPaths, writeAbout } from '../modules/conversations/index.ts';
import { readyWords } from '../modules/people/index.ts';
import { findStanding, mayWriteAboutIt, trustPaths } from '../modules/trust/index.ts';
import { requiredText } from '../platform/web/form-fields.ts';
import { missing, post, type Route, redirect, refusedBy } from '../platform/web/route.ts';

/** An applicant asks the coordinators for another time of their interview. */
export const interviewChangesRoute: Route = post({
  path: trustPaths.volunteeringInterviewChanges,
  access: 'person',
  audit: 'conversations.message.sent',
  limit: { by: 'person', tries: 20, minutes: 60 },
  form: z.object({ otherTimes: requiredText(1000) }),
  async handle({ db, actor, locale, now, fields, audit }) {
    const personId = actor.personId ?? '';
    if (!mayWriteAboutIt(await findStanding(db, personId, now))) return missing();
    const words = `${readyWords('other_interview_time', [{ locale: 'ja' }], locale)}\n${fields.otherTimes}`;
    const subject = { kind: 'people.person', id: personId };
    const writer = { personId, isStaff: false };
    const written = await writeAbout(db, { subject, personId, writer, words, locale, now });
    if (!written.ok) return refusedBy(written.refusal);
    await audit({ subjectIds: [personId], object: { kind: 'conversations.thread', id: written.value } });
    return redirect(conversationsPaths.conversation({ id: written.value }));
  },
});
