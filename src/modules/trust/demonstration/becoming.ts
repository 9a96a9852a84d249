import { type AuditActor, PROGRAM } from '../../../platform/audit/record.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { type InventedDays, type Step, step } from '../../../platform/parts/demonstration.ts';
import type { Outcome } from '../../../platform/refusal.ts';
import { applyToVolunteer, approve } from '../applications/commands.ts';
import { recordInterview, scheduleInterview } from '../interviews/commands.ts';
import { findStanding } from '../standing/store.ts';
import { recordTraining, takePledge } from '../steps/commands.ts';
import { type HelpKind, PLEDGE_LINES } from '../types.ts';

/** How far somebody has come on the way to volunteering, each after the one before. */
const STAGES_ON_THE_WAY = ['applied', 'interview_set', 'interviewed', 'trained', 'approved'] as const;
export type StageOnTheWay = (typeof STAGES_ON_THE_WAY)[number];

export interface Becoming {
  readonly personId: string;
  /** The day on which they applied; the steps follow on the next days. */
  readonly appliedOn: Temporal.PlainDate;
  /** How far they have come; approved unless said otherwise. */
  readonly reaches?: StageOnTheWay;
  readonly motivation?: string;
  readonly experience?: string;
  readonly helpWith?: readonly HelpKind[];
  /** Who interviews and decides; the program unless said. */
  readonly by?: AuditActor;
  /** When the interview is, for somebody who has only come as far as that. */
  readonly interviewAt?: Temporal.Instant;
  /** What the interviewer wrote down, for staff. */
  readonly interviewNote?: string;
}

/** Days from the application to each step. */
const DAYS = { scheduled: 2, interviewed: 8, trained: 15, approved: 16 } as const;

/**
 * The steps of somebody who wants to help, as far as wished, through the real commands, each on its day. Without further
 * words somebody becomes an approved volunteer.
 */
export function becoming(whole: Becoming, days: InventedDays): Step[] {
  const on = (count: number, time: string) => days.at(whole.appliedOn.add({ days: count }), time);
  const { reaches = 'approved' } = whole;
  const last = STAGES_ON_THE_WAY.indexOf(reaches);
  return [
    [act(on(0, '20:10'), apply, whole)],
    [act(on(DAYS.scheduled, '10:40'), setInterview(on(DAYS.interviewed, '18:30')), whole)],
    [act(on(DAYS.interviewed, '19:30'), holdInterview, whole)],
    [act(on(DAYS.trained, '16:30'), train, whole)],
    [act(on(DAYS.trained, '21:05'), pledge, whole), act(on(DAYS.approved, '11:15'), admit, whole)],
  ]
    .slice(0, last + 1)
    .flat();
}

type Take = (tx: Tx, whole: Becoming, now: Temporal.Instant) => Promise<Outcome<unknown>>;

function act(now: Temporal.Instant, take: Take, whole: Becoming): Step {
  return step(now, (tx) => take(tx, whole, now), take.name);
}

const apply: Take = (tx, whole, now) => {
  const { personId, motivation = '', experience = '', helpWith = ['admin', 'paper'] } = whole;
  return applyToVolunteer(tx, { personId, motivation, experience, helpWith, now });
};

const setInterview =
  (usual: Temporal.Instant): Take =>
  (tx, { personId, interviewAt = usual, by = PROGRAM }, now) => {
    const where = { place: 'online' as const, whereWords: 'https://meet.otonari.example/talk' };
    return scheduleInterview(tx, { personId, startsAt: interviewAt, durationMinutes: 45, ...where, by, now });
  };

const holdInterview: Take = async (tx, { personId, by = PROGRAM, interviewNote = '' }, now) => {
  const { interview } = await findStanding(tx, personId, now);
  const held = { personId, interviewId: interview?.id ?? '', outcome: 'fits' as const, note: interviewNote };
  return recordInterview(tx, { ...held, by, now });
};

const train: Take = (tx, { personId, appliedOn, by = PROGRAM }, now) => {
  const doneOn = appliedOn.add({ days: DAYS.trained });
  return recordTraining(tx, { personId, title: 'はじめてのおとなりさん', doneOn, by, now });
};

const pledge: Take = (tx, { personId }, now) => takePledge(tx, { personId, lines: PLEDGE_LINES, now });

const admit: Take = (tx, { personId, by = PROGRAM }, now) => approve(tx, { personId, by, now });
