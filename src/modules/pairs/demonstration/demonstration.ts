import { chanceFrom } from '../../../platform/parts/chance.ts';
import {
  type Demonstration,
  done,
  type InventedPerson,
  type InventedWorld,
  type Step,
} from '../../../platform/parts/demonstration.ts';
import { pausePair } from '../months/pausing.ts';
import { countSoon } from '../pool/counting.ts';
import { beginRound } from '../rounds/commands.ts';
import { WEIGHTS } from '../rounds/solving/weights.ts';
import type { Side } from '../types.ts';
import { insertMeeting } from '../wishes/store.ts';
import { type Applying, applying, DAYS_TO_READY } from './applying.ts';
import inTheMiddleOf from './data/in-the-middle-of.json' with { type: 'json' };
import pairRows from './data/pairs.json' with { type: 'json' };
import waiting from './data/waiting.json' with { type: 'json' };
import { completion, ending } from './ending.ts';
import { together } from './months.ts';
import { by, DAYS_TO_BEGIN, pairing, type Stage } from './pairing.ts';

interface PairRow {
  readonly resident: string;
  readonly volunteer: string;
  readonly stage: Stage | 'paused' | 'ended' | 'completed';
  /** Of those who began. */
  readonly beganDaysAgo?: number;
  readonly proposedDaysAgo?: number;
  readonly rhythm?: number;
  readonly untilDay?: number;
  readonly feelings?: Readonly<Record<Side, readonly number[]>>;
  readonly isFamily?: boolean;
}

/** Who waits in the pool and who is still on the way there, and pairs in every state. */
export const pairsDemonstration: Demonstration = {
  steps: (world) => [
    ...(pairRows as readonly PairRow[]).flatMap((row) => pairSteps(world, row)),
    ...waitingSteps(world),
    draftRound(world),
    ...metLately(world),
  ],
  inTheMiddleOf,
};

/** Days in the pool before somebody was proposed. */
const WAITED = 9;

function pairSteps(world: InventedWorld, row: PairRow): Step[] {
  const { beganDaysAgo, stage, isFamily } = row;
  const proposedDaysAgo = row.proposedDaysAgo ?? (beganDaysAgo ?? 0) + DAYS_TO_BEGIN;
  const appliedOn = world.today.subtract({ days: proposedDaysAgo + WAITED + DAYS_TO_READY });
  const [resident, volunteer] = [
    personOf(world, 'resident', row.resident),
    personOf(world, 'volunteer', row.volunteer),
  ];
  const coordinatorId = chanceFrom(`pair ${row.resident}`).pick(world.coordinatorIds);
  const two = {
    resident,
    volunteer,
    coordinatorId,
    proposedOn: world.today.subtract({ days: proposedDaysAgo }),
  };
  const steps = [
    ...applying(world, {
      side: 'resident',
      person: resident,
      key: row.resident,
      appliedOn,
      isFamily,
      reaches: 'ready',
    }),
    ...applying(world, {
      side: 'volunteer',
      person: volunteer,
      key: row.volunteer,
      appliedOn,
      isFamily,
      reaches: 'ready',
    }),
    ...pairing(world, two, isLater(stage) ? 'active' : stage),
  ];
  if (beganDaysAgo === undefined) return steps;
  const { rhythm = 7, untilDay = 999, feelings = { resident: [], volunteer: [] } } = row;
  const beganOn = world.today.subtract({ days: beganDaysAgo });
  const whole = { ...two, key: row.resident, beganOn, rhythm, untilDay, feelings };
  steps.push(...together(world, whole));
  if (stage === 'paused')
    steps.push(by(two, 'resident', world.at(beganOn.add({ days: untilDay + 2 }), '18:00'), pausePair));
  if (stage === 'ended') steps.push(...ending(world, whole));
  if (stage === 'completed') steps.push(...completion(world, whole));
  return steps;
}

const isLater = (stage: PairRow['stage']): stage is Exclude<PairRow['stage'], Stage> =>
  stage === 'paused' || stage === 'ended' || stage === 'completed';

function waitingSteps(world: InventedWorld): Step[] {
  const come = (side: Side, key: string, reaches: Applying['reaches']) => {
    const days = DAYS_TO_READY + 3 + chanceFrom(`waiting ${key}`).below(60);
    const appliedOn = world.today.subtract({ days: reaches === 'ready' ? days : 3 + (days % 6) });
    return applying(world, { side, person: personOf(world, side, key), key, appliedOn, reaches });
  };
  return [
    ...waiting.residents.flatMap((key) => come('resident', key, 'ready')),
    ...waiting.volunteers.flatMap((key) => come('volunteer', key, 'ready')),
    ...waiting.submitted.flatMap((key) => come('resident', key, 'submitted')),
    ...waiting.declined.flatMap((key) => come('resident', key, 'declined')),
  ];
}

/** A round that waits for a coordinator to look at it, and those who wait know what would help. */
function draftRound(world: InventedWorld): Step {
  const at = world.at(world.openDay(-1), '17:10');
  const [coordinatorId = ''] = world.coordinatorIds;
  return {
    at,
    async run(tx) {
      const round = { heldOn: world.today, area: null, weightsVersion: WEIGHTS[0]?.version ?? '' };
      done(await beginRound(tx, { ...round, by: coordinatorId, now: at }), 'a round');
      await countSoon(tx);
    },
  };
}

/** Two who can say in confidence that they would like more. */
function metLately(world: InventedWorld): Step[] {
  const metAt = world.at(world.openDay(-3), '16:00');
  const met = (resident: string, volunteer: string): Step => {
    const [residentId, volunteerId] = [
      personOf(world, 'resident', resident).id,
      personOf(world, 'volunteer', volunteer).id,
    ];
    return { at: metAt, run: (tx) => insertMeeting(tx, { residentId, volunteerId, metAt }) };
  };
  return [met('sita', 'nobu'), met('jun', 'takumi')];
}

function personOf(world: InventedWorld, side: Side, key: string): InventedPerson {
  const person = (side === 'resident' ? world.residents : world.volunteers).get(key);
  if (!person) throw new Error(`Nobody is called ${key}.`);
  return person;
}
