import { actRoutes } from '../../../kits/acts/index.ts';
import { type Route, refusedBy } from '../../../platform/web/route.ts';
import { compose, dayInJapan, findPerson, findReaders } from '../../people/index.ts';
import { approve, decline } from '../applications/commands.ts';
import { recordInsurance } from '../insurance/commands.ts';
import { recordInterview, scheduleInterview } from '../interviews/commands.ts';
import { instantInJapan } from '../interviews/rules.ts';
import { obstaclesToApproval } from '../standing/rules.ts';
import { findStanding } from '../standing/store.ts';
import { recordCheck, recordTraining } from '../steps/commands.ts';
import { fileForms } from './file-forms.ts';
import { aboutPerson, deciding, personFilePage } from './person-routes.tsx';
import { findUnready } from './readiness.ts';

/** What coordinators record about somebody's steps, and the decision about their application. */
export const recordRoutes: readonly Route[] = actRoutes(
  fileForms,
  {
    access: ['coordinator'],
    on: (call) => ({ personId: call.params.id, by: deciding(call), now: call.now }),
    about: (_, call) => aboutPerson(call),
    again: personFilePage,
  },
  {
    interviews: ({ db, fields }, on) =>
      scheduleInterview(db, {
        ...on,
        startsAt: instantInJapan(fields.interviewDay, fields.interviewTime),
        durationMinutes: fields.durationMinutes,
        place: fields.place,
        whereWords: fields.whereWords,
      }),
    'interview-outcomes': ({ db, fields: { interviewId, outcome, note } }, on) =>
      recordInterview(db, { ...on, interviewId, outcome, note }),
    trainings: ({ db, fields: { trainingTitle: title, trainedOn: doneOn } }, on) =>
      recordTraining(db, { ...on, title, doneOn }),
    checks: ({ db, fields: { check: step, checkedOn: doneOn } }, on) =>
      recordCheck(db, { ...on, step, doneOn }),
    insurance: ({ db, fields: { plan, insuredFromOn: startsOn } }, on) =>
      recordInsurance(db, { ...on, plan, startsOn }),
    async approval({ db, fields, now }, on) {
      const standing = await findStanding(db, on.personId, now);
      const obstacles = obstaclesToApproval(standing);
      if (obstacles.length > 0) return refusedBy(...obstacles);
      const person = await findPerson(db, on.personId);
      const unready = person ? await findUnready(db, person, { standing, today: dayInJapan(now) }) : [];
      if (unready.length > 0 && !fields.knownUnready)
        return refusedBy({ code: 'tick_that_you_know', field: 'knownUnready' });
      return approve(db, { ...on, reason: fields.approvalReason });
    },
    async declining({ db, locale, fields }, on) {
      const readers = await findReaders(db, [on.personId], { locale, to: 'staff' });
      const typed = fields.decliningWords;
      const words = compose({ field: 'decliningWords', typed, ...fields, readers, locale });
      return words.ok ? decline(db, { ...on, words: words.value, reason: fields.decliningReason }) : words;
    },
  },
);
