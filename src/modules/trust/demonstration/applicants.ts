import type { AuditActor } from '../../../platform/audit/record.ts';
import { type Chance, chanceFrom } from '../../../platform/parts/chance.ts';
import type {
  InventedDays,
  InventedPerson,
  InventedWorld,
  Step,
} from '../../../platform/parts/demonstration.ts';
import { step } from '../../../platform/parts/demonstration.ts';
import { recordInsurance } from '../insurance/commands.ts';
import { HELP_KINDS, type HelpKind } from '../types.ts';
import { becoming, type StageOnTheWay } from './becoming.ts';
import applicants from './data/applicants.json' with { type: 'json' };
import words from './data/words.json' with { type: 'json' };
import { type LaterStage, settling } from './settling.ts';

/** What is told of somebody; the others have become volunteers for a reason of many. */
interface Telling {
  /** How far they have come, or what has become of them: approved volunteers unless said. */
  readonly stage?: StageOnTheWay | LaterStage;
  readonly why?: string;
  /** Why they rest, are limited, or left; or what somebody who was declined was told. */
  readonly reason?: string;
}

/** The way of everybody who helps or would like to, from the application to what has become of them. */
export function allApplicants(world: InventedWorld): Step[] {
  const told: Readonly<Record<string, Telling>> = applicants as Record<string, Telling>;
  return [...world.volunteers].flatMap(([key, person]) => {
    const chance = chanceFrom(`applicant ${key}`);
    const by: AuditActor = { personId: chance.pick(world.coordinatorIds), role: 'coordinator' };
    return oneApplicant(person, told[key] ?? {}, { world, chance, by });
  });
}

interface Around {
  readonly world: InventedDays;
  readonly chance: Chance;
  /** The coordinator who decides. */
  readonly by: AuditActor;
}

function oneApplicant(
  { id: personId, cameOn }: InventedPerson,
  { stage, why, reason = '' }: Telling,
  { world, chance, by }: Around,
): Step[] {
  const reaches = reachedBy(stage);
  const words = wordsBy(chance);
  const interviewAt = world.at(world.openDay(2), '18:30');
  const steps = becoming(
    {
      ...{ personId, appliedOn: cameOn, reaches, by, ...words },
      ...(why && { motivation: why }),
      ...(reaches === 'interview_set' && { interviewAt }),
    },
    world,
  );
  return [
    ...steps,
    ...(reaches === 'approved' ? insurance(personId, { world, chance, by }) : []),
    ...settling(stage, { personId, by, reason }, world),
  ];
}

function reachedBy(stage: Telling['stage']): StageOnTheWay {
  if (stage === 'declined') return 'applied';
  if (stage === 'applied' || stage === 'interview_set' || stage === 'interviewed' || stage === 'trained')
    return stage;
  return 'approved';
}

function wordsBy(chance: Chance) {
  return {
    motivation: chance.pick(words.whys),
    experience: chance.pick(words.experiences),
    helpWith: helpOf(chance),
    interviewNote: chance.pick(words.notes),
  };
}

function helpOf(chance: Chance): HelpKind[] {
  const kinds = HELP_KINDS.filter(() => chance.below(2) === 0);
  return kinds.length > 0 ? kinds : ['admin', 'paper'];
}

/** Most are insured, since a month or more. */
function insurance(personId: string, { world, chance, by }: Around): Step[] {
  if (chance.below(6) === 0) return [];
  const startsOn = world.today.subtract({ months: 1 + chance.below(4) });
  const now = world.at(startsOn, '10:00');
  return [
    step(now, (tx) => recordInsurance(tx, { personId, plan: 'basic', startsOn, by, now }), 'an insurance'),
  ];
}
