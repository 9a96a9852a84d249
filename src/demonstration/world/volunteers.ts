import { type Person, replaceSharedFields } from '../../modules/people/index.ts';
import { HELP_KINDS, type HelpKind, recordInsurance } from '../../modules/trust/index.ts';
import type { AuditActor } from '../../platform/audit/record.ts';
import type { Tx } from '../../platform/database/connect.ts';
import { done } from '../../platform/parts/demonstration.ts';
import { buildVolunteer, DAYS_TO_APPROVAL, type StageOnTheWay } from '../builders/volunteer.ts';
import { type Chance, chanceFrom } from '../chance.ts';
import words from '../data/volunteer-words.json' with { type: 'json' };
import rows from '../data/volunteers.json' with { type: 'json' };
import { instantAt, openDay } from '../days.ts';
import { hoursOf } from './hours.ts';
import { type PersonRow, personOf } from './rows.ts';
import { type LaterStage, settle } from './settling.ts';
import { towns } from './towns.ts';

type Stage = StageOnTheWay | LaterStage | 'renewal_due' | 'renewal_run_out';

interface VolunteerRow extends PersonRow {
  readonly hours: string;
  readonly km: number;
  readonly stage?: Stage;
  readonly why?: string;
  /** Why they rest, are limited, or left; or what somebody who was declined was told. */
  readonly pause?: string;
  readonly limit?: string;
}

/** A volunteer or applicant of the world, and what becomes of them once the past has been told. */
export interface SeededVolunteer {
  readonly person: Person;
  settle(tx: Tx): Promise<void>;
}

const CLEAR_OF_OLD_REQUESTS_DAYS = 85;
const PLEDGE_VALID_YEARS = 3;

/**
 * Volunteers and applicants by key, each led to their stage through the commands of trust.
 * @param by the coordinators who take turns in deciding
 */
export async function seedVolunteers(
  tx: Tx,
  today: Temporal.PlainDate,
  by: readonly AuditActor[],
): Promise<Map<string, SeededVolunteer>> {
  const volunteers = new Map<string, SeededVolunteer>();
  for (const row of rows as readonly VolunteerRow[]) {
    const chance = chanceFrom(`volunteer ${row.key}`);
    const decider = chance.pick(by);
    const person = await lead(tx, row, { chance, today, by: decider });
    const reason = row.pause ?? row.limit ?? '';
    volunteers.set(row.key, {
      person,
      settle: (later) => settle(later, row.stage, { personId: person.id, by: decider, reason, today }),
    });
  }
  return volunteers;
}

interface Leading {
  readonly chance: Chance;
  readonly today: Temporal.PlainDate;
  readonly by: AuditActor;
}

async function lead(tx: Tx, row: VolunteerRow, { chance, today, by }: Leading): Promise<Person> {
  const about = row.about ?? chance.pick(words.abouts);
  const appliedOn = appliedOnOf(row.stage, today, chance);
  const reaches = reachedBy(row.stage);
  const person = await buildVolunteer(tx, {
    person: {
      ...personOf(row, { chance, towns }),
      about,
      weekly: hoursOf(row.hours),
      maxTravelKm: row.km,
      easesJapanese: true,
    },
    appliedOn,
    reaches,
    motivation: row.why ?? chance.pick(words.whys),
    experience: chance.pick(words.experiences),
    helpWith: helpOf(chance),
    by,
    interviewNote: chance.pick(words.notes),
    ...(reaches === 'interview_set' && { interviewAt: instantAt(openDay(today, 2), '18:30') }),
  });
  if (reaches === 'approved') await insure(tx, person.id, { chance, today, by });
  await replaceSharedFields(tx, person.id, chance.below(3) === 0 ? ['about', 'town'] : ['about']);
  return person;
}

/** Days that lead each stage up to today. */
function appliedOnOf(
  stage: Stage | undefined,
  today: Temporal.PlainDate,
  chance: Chance,
): Temporal.PlainDate {
  const before = (days: number) => today.subtract({ days });
  if (stage === 'applied' || stage === 'declined') return before(2 + chance.below(3));
  if (stage === 'interview_set') return before(4 + chance.below(3));
  if (stage === 'interviewed') return before(11 + chance.below(3));
  if (stage === 'trained') return before(17 + chance.below(4));
  const expiring = today.subtract({ years: PLEDGE_VALID_YEARS });
  if (stage === 'renewal_due') return expiring.add({ days: 10 + chance.below(20) });
  if (stage === 'renewal_run_out') return expiring.subtract({ days: DAYS_TO_APPROVAL + 20 });
  return before(CLEAR_OF_OLD_REQUESTS_DAYS + DAYS_TO_APPROVAL + chance.below(700));
}

function reachedBy(stage: Stage | undefined): StageOnTheWay {
  if (stage === 'declined') return 'applied';
  if (stage === 'applied' || stage === 'interview_set' || stage === 'interviewed' || stage === 'trained')
    return stage;
  return 'approved';
}

function helpOf(chance: Chance): HelpKind[] {
  const kinds = HELP_KINDS.filter(() => chance.below(2) === 0);
  return kinds.length > 0 ? kinds : ['admin', 'paper'];
}

async function insure(tx: Tx, personId: string, { chance, today, by }: Leading): Promise<void> {
  if (chance.below(6) === 0) return;
  const startsOn = today.subtract({ months: 1 + chance.below(4) });
  const now = instantAt(startsOn, '10:00');
  done(await recordInsurance(tx, { personId, plan: 'basic', startsOn, by, now }), 'an insurance');
}
