import { z } from 'zod';
import { choice, day, requiredText, text, wholeNumber } from '../../../platform/web/form-fields.ts';
import { post, type Route } from '../../../platform/web/route.ts';
import { timeOfDay } from '../form-fields.ts';
import { recordInsurance } from '../insurance/commands.ts';
import { recordInterview, scheduleInterview } from '../interviews/commands.ts';
import { INTERVIEW_MINUTES, instantInJapan } from '../interviews/rules.ts';
import { recordCheck, recordTraining } from '../steps/commands.ts';
import { CHECKS, INTERVIEW_OUTCOMES, INTERVIEW_PLACES } from '../types.ts';
import { deciding, personFilePage, recorded } from './person-routes.tsx';

const InterviewForm = z.object({
  interview_day: day,
  interview_time: timeOfDay,
  duration_minutes: wholeNumber(INTERVIEW_MINUTES.least, INTERVIEW_MINUTES.most),
  place: choice(INTERVIEW_PLACES),
  where_words: requiredText(500, 'say_where'),
});

const OutcomeForm = z.object({
  interview_id: z.uuid(),
  outcome: choice(INTERVIEW_OUTCOMES, 'choose_an_outcome'),
  note: text(4000),
});

/** What coordinators record about somebody's steps. */
export const recordRoutes: readonly Route[] = [
  post({
    path: '/trust/people/:id/interviews',
    access: ['coordinator'],
    audit: 'trust.interview.scheduled',
    form: InterviewForm,
    async handle(call) {
      const { interview_day: on, interview_time: at, place, ...fields } = call.fields;
      const outcome = await scheduleInterview(call.db, {
        personId: call.params.id,
        startsAt: instantInJapan(on, at),
        durationMinutes: fields.duration_minutes,
        place,
        whereWords: fields.where_words,
        by: deciding(call),
        now: call.now,
      });
      return recorded(call, outcome, 'interview_was_planned');
    },
    again: (call, form) => personFilePage(call, form),
  }),
  post({
    path: '/trust/people/:id/interview-outcomes',
    access: ['coordinator'],
    audit: 'trust.interview.recorded',
    form: OutcomeForm,
    async handle(call) {
      const { interview_id: interviewId, outcome, note } = call.fields;
      const record = {
        personId: call.params.id,
        interviewId,
        outcome,
        note,
        by: deciding(call),
        now: call.now,
      };
      return recorded(call, await recordInterview(call.db, record), 'was_recorded');
    },
    again: (call, form) => personFilePage(call, form),
  }),
  post({
    path: '/trust/people/:id/trainings',
    access: ['coordinator'],
    audit: 'trust.training.recorded',
    form: z.object({ training_title: requiredText(200), trained_on: day }),
    async handle(call) {
      const { training_title: title, trained_on: doneOn } = call.fields;
      const training = { personId: call.params.id, title, doneOn, by: deciding(call), now: call.now };
      return recorded(call, await recordTraining(call.db, training), 'was_recorded');
    },
    again: (call, form) => personFilePage(call, form),
  }),
  post({
    path: '/trust/people/:id/checks',
    access: ['coordinator'],
    audit: 'trust.check.recorded',
    form: z.object({ check: choice(CHECKS), checked_on: day }),
    async handle(call) {
      const { check: step, checked_on: doneOn } = call.fields;
      const check = { personId: call.params.id, step, doneOn, by: deciding(call), now: call.now };
      return recorded(call, await recordCheck(call.db, check), 'was_recorded');
    },
    again: (call, form) => personFilePage(call, form),
  }),
  post({
    path: '/trust/people/:id/insurance',
    access: ['coordinator'],
    audit: 'trust.insurance.recorded',
    form: z.object({ plan: requiredText(100), insured_from_on: day }),
    async handle(call) {
      const { plan, insured_from_on: startsOn } = call.fields;
      const insurance = { personId: call.params.id, plan, startsOn, by: deciding(call), now: call.now };
      return recorded(call, await recordInsurance(call.db, insurance), 'was_recorded');
    },
    again: (call, form) => personFilePage(call, form),
  }),
];
