import { isBefore } from '../../../../platform/clock.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { type Question, standingQuestion } from '../../../../platform/database/questions.ts';
import type { Sealed } from '../../../../platform/sealed/seal.ts';
import { type DeskFacts, type NextAct, nextActOf } from '../../rules/next-act.ts';
import { mayShowWordsBeforeConfirmation } from '../../rules/words.ts';
import type { SpotSettings } from '../../settings.ts';
import type { RequestState } from '../../transitions.ts';
import { requestWords } from '../request-words.ts';
import {
  type Facts,
  factsOf,
  type Looking,
  MOST_LOOKED_AT,
  type NamedPeople,
  toFacts,
} from './desk-facts.ts';
import { boundsOf, type VisitOnDay } from './visits-on.ts';

/** A row of the desk: a request, what to do next, and how soon it breaks. */
export interface DeskRow extends DeskFacts, NamedPeople {
  readonly next: NextAct;
  /** What the requester wrote, sealed; see `wordsOnDesk`. */
  readonly ownWords: Sealed | null;
}

const MOST_ROWS = 200;

/** Who looks at the desk, and when. */
interface DeskReading {
  readonly readerId: string | null;
  readonly now: Temporal.Instant;
  readonly settings: SpotSettings;
}

/** What the desk reads. */
export interface Desk {
  /** All requests that need somebody's act, what breaks first on top; at most 200. */
  readonly rows: readonly DeskRow[];
  /** Whether more stand behind them. */
  readonly isCut: boolean;
  /** The visits of today, as `listVisitsOn` lists them, with who they are. */
  readonly visits: readonly (VisitOnDay & NamedPeople)[];
  /** How many requests wait for a volunteer who speaks a language; none for Easy Japanese. Most first. */
  readonly waiting: readonly { readonly language: string | null; readonly count: number }[];
}

/**
 * The desk. A worry about the visit of whoever reads is none for them: nobody learns here of a concern about themselves.
 */
export function deskOf(reading: DeskReading): Question<Desk> {
  const { timeZone } = reading.settings;
  const [from, to] = boundsOf(reading.now.toZonedDateTimeISO(timeZone).toPlainDate(), timeZone);
  return desk({ from, to, readerId: reading.readerId, reading });
}

const desk = standingQuestion<Looking & { readonly reading: DeskReading }, Facts, Desk>(
  factsOf,
  (rows, { from, to, reading }) => {
    const facts = rows.map(toFacts);
    const current = facts.filter(({ endedAt }) => endedAt === null);
    const queue = toRows(current, reading);
    return {
      rows: queue.slice(0, MOST_ROWS),
      isCut: queue.length > MOST_ROWS || rows.length === MOST_LOOKED_AT,
      visits: toVisits(facts, from, to),
      waiting: countWaiting(current),
    };
  },
);

function toVisits(facts: readonly Facts[], from: Temporal.Instant, to: Temporal.Instant): Desk['visits'] {
  const isOn = (at: Temporal.Instant) => !isBefore(at, from) && isBefore(at, to);
  return facts
    .filter((fact): fact is Facts & VisitOnDay => fact.startsAt !== null && isOn(fact.startsAt))
    .sort(
      (one, other) =>
        Temporal.Instant.compare(one.startsAt, other.startsAt) ||
        (one.assignmentId < other.assignmentId ? -1 : 1),
    );
}

/** The first words of a request, where the desk may show them: null where they speak of health or of children. */
export function wordsOnDesk(db: Database, { requestId, category, ownWords }: DeskRow): string | null {
  return mayShowWordsBeforeConfirmation(category) ? requestWords.own.open(db, requestId, ownWords) : null;
}

/** Nobody has said yes yet. */
export const WITHOUT_VOLUNTEER: readonly RequestState[] = ['submitted', 'asked_back', 'open', 'unfilled'];

function countWaiting(facts: readonly DeskFacts[]): Desk['waiting'] {
  const counts = new Map<string | null, number>();
  for (const { state, talkLanguages } of facts) {
    if (!WITHOUT_VOLUNTEER.includes(state)) continue;
    const languages = talkLanguages.length > 0 ? talkLanguages : [null];
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts]
    .map(([language, count]) => ({ language, count }))
    .sort(
      (one, other) => other.count - one.count || ((one.language ?? '') < (other.language ?? '') ? -1 : 1),
    );
}

function toRows(facts: readonly Facts[], reading: DeskReading): DeskRow[] {
  return facts
    .map((fact) => Object.assign(fact, { next: nextActOf(fact, reading.now, reading.settings) }))
    .filter((row) => row.next.act !== 'nothing')
    .sort(
      (one, other) =>
        one.next.urgency - other.next.urgency ||
        rankOf(one.next) - rankOf(other.next) ||
        one.next.breaksAt.epochMilliseconds - other.next.breaksAt.epochMilliseconds ||
        (one.requestId < other.requestId ? -1 : 1),
    );
}

/** Somebody told us that they were not safe: that stands before everything else. */
function rankOf({ act }: NextAct): number {
  return act === 'look_into_worry' ? 0 : 1;
}
