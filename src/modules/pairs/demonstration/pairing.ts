import type { Tx } from '../../../platform/database/connect.ts';
import { chanceFrom } from '../../../platform/parts/chance.ts';
import {
  done,
  type InventedPerson,
  type InventedWorld,
  type Step,
} from '../../../platform/parts/demonstration.ts';
import type { Outcome } from '../../../platform/refusal.ts';
import { keepOpenFor, openThread } from '../../conversations/index.ts';
import { sayYes } from '../introduction/agree.ts';
import { setIntroductionTime } from '../introduction/commands.ts';
import { listPairsOf } from '../pair/store.ts';
import { PAIR } from '../pair/subject.ts';
import { decline, residentAccepts, volunteerAccepts } from '../propose/answer.ts';
import { propose } from '../propose/propose.ts';
import type { Doer, PairParty, Side } from '../types.ts';
import { ownApplication, payAll } from './applying.ts';
import words from './data/words.json' with { type: 'json' };

/** Two whom a coordinator brings together. */
export interface Pairing {
  readonly resident: InventedPerson;
  readonly volunteer: InventedPerson;
  readonly coordinatorId: string;
  readonly proposedOn: Temporal.PlainDate;
}

/** How far they come, each after the one before. */
const WAY = ['proposed', 'offered', 'introduction', 'active'] as const;
export type Stage = (typeof WAY)[number] | 'fell_through';

/** Days from the proposal to each step. */
const DAYS = { volunteer: 1, resident: 3, set: 4, met: 10, began: 12, paid: 15 } as const;
export const DAYS_TO_BEGIN = DAYS.began;

/** What somebody does about a pair. */
type Does = (tx: Tx, on: { readonly pairId: string; readonly doer: never }) => Promise<Outcome<unknown>>;

/** One step of two at an hour, by one of them or the coordinator. */
export function by(two: Pairing, party: Side | 'coordinator', at: Temporal.Instant, does: Does): Step {
  const personId = party === 'coordinator' ? two.coordinatorId : two[party].id;
  return inPair(two, { personId, party, now: at }, does);
}

/** What the program does by itself. */
export function theHouse(two: Pairing, at: Temporal.Instant, does: Does): Step {
  return inPair(two, { personId: null, party: 'house', now: at }, does);
}

function inPair(two: Pairing, doer: Doer<PairParty>, does: Does): Step {
  return {
    at: doer.now,
    async run(tx) {
      const pairId = await pairIdOf(tx, two);
      done(await does(tx, { pairId, doer: doer as never }), `${doer.party} in a pair`);
    },
  };
}

/** From the proposal to the second yes, as far as wished, through the real commands. */
export function pairing(world: InventedWorld, two: Pairing, stage: Stage): Step[] {
  const at = (days: number, time: string) => world.at(two.proposedOn.add({ days }), time);
  const isAhead = stage === 'introduction';
  const meetsAt = isAhead ? world.at(world.openDay(3), '19:00') : at(DAYS.met, '19:00');
  const way = {
    proposed: [bringTogether(two, at(0, '11:00'))],
    offered: [by(two, 'volunteer', at(DAYS.volunteer, '19:20'), volunteerAccepts)],
    introduction: [
      by(two, 'resident', at(DAYS.resident, '20:50'), residentAccepts),
      talk(two, at(DAYS.resident, '20:51'), 'open'),
      by(two, 'coordinator', at(DAYS.set, '10:10'), (tx, on) =>
        setIntroductionTime(tx, { ...on, when: meet(two, meetsAt) }),
      ),
    ],
    active: [
      by(two, 'volunteer', at(DAYS.met, '20:10'), sayYes),
      by(two, 'resident', at(DAYS.began, '08:40'), sayYes),
      ...[two.resident, two.volunteer].map(({ id }) =>
        payment(id, two.coordinatorId, at(DAYS.paid, '11:40')),
      ),
    ],
  };
  if (stage === 'fell_through')
    return [...way.proposed, by(two, 'volunteer', at(DAYS.volunteer, '19:20'), decline)];
  return WAY.slice(0, WAY.indexOf(stage) + 1).flatMap((one) => way[one]);
}

/** What the two write to each other is opened and closed, as listeners see to it in an organization's house. */
export function talk(two: Pairing, now: Temporal.Instant, is: 'open' | 'closed'): Step {
  return {
    at: now,
    async run(tx) {
      const subject = { kind: PAIR, id: await pairIdOf(tx, two) };
      const participantIds = is === 'open' ? [two.volunteer.id, two.resident.id] : [];
      const about = { kind: 'visit', subject, participantIds, now } as const;
      if (is === 'open') await openThread(tx, about);
      else await keepOpenFor(tx, about);
    },
  };
}

function bringTogether(two: Pairing, now: Temporal.Instant): Step {
  return {
    at: now,
    async run(tx) {
      const [volunteer, resident] = [
        await ownApplication(tx, two.volunteer.id),
        await ownApplication(tx, two.resident.id),
      ];
      const pair = {
        volunteerApplicationId: volunteer.id,
        residentApplicationId: resident.id,
        roundId: null,
        reasons: { codes: [], words: words.reasons },
        fit: 600 + chanceFrom(`fit ${two.resident.id}`).below(200),
      };
      const doer = { personId: two.coordinatorId, party: 'coordinator', now } as const;
      done(await propose(tx, { ...pair, doer }), 'a proposal');
    },
  };
}

function meet({ coordinatorId }: Pairing, startsAt: Temporal.Instant) {
  const endsAt = startsAt.add({ minutes: 30 });
  return { hostId: coordinatorId, startsAt, endsAt, place: 'online', whereWords: words.introduced } as const;
}

function payment(personId: string, coordinatorId: string, now: Temporal.Instant): Step {
  return { at: now, run: (tx) => payAll(tx, personId, { personId: coordinatorId, now }) };
}

export async function pairIdOf(tx: Tx, { resident }: Pairing): Promise<string> {
  const { id } = await ownApplication(tx, resident.id);
  const [pair] = await listPairsOf(tx, id);
  if (!pair) throw new Error('two of the invented world are in no pair');
  return pair.id;
}
