import { createPerson, type Person, type WholePerson } from '../../modules/people/index.ts';
import {
  applyToVolunteer,
  approve,
  findStanding,
  type HelpKind,
  PLEDGE_LINES,
  recordInterview,
  recordTraining,
  scheduleInterview,
  takePledge,
} from '../../modules/trust/index.ts';
import { type AuditActor, PROGRAM } from '../../platform/audit/record.ts';
import type { Tx } from '../../platform/database/connect.ts';
import { done } from '../../platform/parts/demonstration.ts';
import { instantAt } from '../days.ts';

/** How far somebody has come on the way to volunteering, each after the one before. */
export const STAGES_ON_THE_WAY = ['applied', 'interview_set', 'interviewed', 'trained', 'approved'] as const;
export type StageOnTheWay = (typeof STAGES_ON_THE_WAY)[number];

export interface VolunteerToBe {
  /** Everything has a first value. */
  readonly person?: Partial<WholePerson>;
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
const DAYS = { scheduled: 2, interviewed: 8, trained: 15, pledged: 15, approved: 16 } as const;
/** From the application to the approval. */
export const DAYS_TO_APPROVAL = DAYS.approved;

const USUAL_WEEK = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, startMinute: 510, endMinute: 1080 }));

/**
 * Somebody who wants to help, led as far as wished through the real commands of the module trust, with the clock of
 * each day. Without further words: an approved volunteer who speaks Japanese and English, free on every open day.
 * @throws when a rule refuses a step
 */
export async function buildVolunteer(tx: Tx, whole: VolunteerToBe): Promise<Person> {
  const reaches = STAGES_ON_THE_WAY.indexOf(whole.reaches ?? 'approved');
  const appliedAt = instantAt(whole.appliedOn, '20:10');
  const person = await createPerson(tx, {
    name: '青木 はる',
    japaneseSpeaking: 'native',
    easesJapanese: true,
    maxTravelKm: 10,
    languages: [{ language: 'en', speak: 3, read: 3, write: 3, phone: 3 }],
    weekly: USUAL_WEEK,
    ...whole.person,
    now: appliedAt.subtract({ minutes: 25 }),
  });
  const steps = [apply, setInterview, holdInterview, train, pledgeAndApprove];
  for (const step of steps.slice(0, reaches + 1)) await step(tx, person.id, whole);
  return person;
}

type Take = (tx: Tx, personId: string, whole: VolunteerToBe) => Promise<void>;

const apply: Take = async (tx, personId, whole) => {
  const { motivation = '', experience = '', helpWith = ['admin', 'paper'], appliedOn } = whole;
  const now = instantAt(appliedOn, '20:10');
  const application = { personId, motivation, experience, helpWith, now };
  done(await applyToVolunteer(tx, application), 'an application');
};

const setInterview: Take = async (tx, personId, whole) => {
  const { by = PROGRAM, appliedOn } = whole;
  const now = instantAt(appliedOn.add({ days: DAYS.scheduled }), '10:40');
  const startsAt = whole.interviewAt ?? instantAt(appliedOn.add({ days: DAYS.interviewed }), '18:30');
  const interview = {
    personId,
    startsAt,
    durationMinutes: 45,
    place: 'online' as const,
    whereWords: 'https://meet.otonari.example/talk',
    by,
    now,
  };
  done(await scheduleInterview(tx, interview), 'an interview');
};

const holdInterview: Take = async (tx, personId, { by = PROGRAM, appliedOn, interviewNote = '' }) => {
  const now = instantAt(appliedOn.add({ days: DAYS.interviewed }), '19:30');
  const { interview } = await findStanding(tx, personId, now);
  const held = {
    personId,
    interviewId: interview?.id ?? '',
    outcome: 'fits' as const,
    note: interviewNote,
    by,
    now,
  };
  done(await recordInterview(tx, held), 'the outcome of an interview');
};

const train: Take = async (tx, personId, { by = PROGRAM, appliedOn }) => {
  const doneOn = appliedOn.add({ days: DAYS.trained });
  const training = { personId, title: 'はじめてのおとなりさん', doneOn, by, now: instantAt(doneOn, '16:30') };
  done(await recordTraining(tx, training), 'a training');
};

const pledgeAndApprove: Take = async (tx, personId, { by = PROGRAM, appliedOn }) => {
  const pledgedAt = instantAt(appliedOn.add({ days: DAYS.trained }), '21:05');
  done(await takePledge(tx, { personId, lines: PLEDGE_LINES, now: pledgedAt }), 'a pledge');
  const now = instantAt(appliedOn.add({ days: DAYS.approved }), '11:15');
  done(await approve(tx, { personId, by, now }), 'an approval');
};
