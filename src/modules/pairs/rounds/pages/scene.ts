import type { Database } from '../../../../platform/database/connect.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { callName, findPersons } from '../../../people/index.ts';
import { listApplicationsWith } from '../../applications/store.ts';
import { type Applicant, findApplicants } from '../store/applicants.ts';
import { listDecisions } from '../store/decisions.ts';
import { findResult, findRound, listRoundSteps, type RoundStep } from '../store/rounds.ts';
import { listRoundWords, type RoundWords } from '../store/words.ts';
import type { Decision, Round, ToldLeftOver, ToldProposal, ToldRound } from '../types.ts';
import { type IsOwn, isOfOthers, withoutOwn } from './without-own.ts';

/** The proposals of so many residents stand on one page. */
const RESIDENTS_A_PAGE = 50;

/** A round with what its page shows of it: nothing that is about whoever looks. */
export interface RoundScene {
  readonly round: Round;
  readonly isOwn: IsOwn;
  readonly told: ToldRound | null;
  /** The part of the proposals that is shown, and behind which one it goes on. */
  readonly proposals: readonly ToldProposal[];
  readonly leftOver: readonly ToldLeftOver[];
  readonly after: string | null;
  readonly next: string | null;
  readonly decisions: readonly Decision[];
  readonly words: readonly RoundWords[];
  readonly steps: readonly RoundStep[];
  readonly applicants: ReadonlyMap<string, Applicant>;
  /** The names of applicants, by application. */
  readonly names: ReadonlyMap<string, string>;
  /** Coordinators who did something, by person. */
  readonly staff: ReadonlyMap<string, string>;
  readonly now: Temporal.Instant;
}

/** The same with what was typed in its forms. */
export type RoundProps = RoundScene & { readonly form: FormState };

interface Looking {
  readonly db: Database;
  readonly id: string;
  readonly readerId: string;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
  readonly after: string | null;
}

/** @returns null when there is no such round */
export async function findRoundScene(looking: Looking): Promise<RoundScene | null> {
  const { db, id, locale, now, after } = looking;
  const round = await findRound(db, id);
  if (!round) return null;
  const own = new Set(await listApplicationsWith(db, looking.readerId));
  const isOwn: IsOwn = (application) => own.has(application);
  const [result, ofOthers] = [await findResult(db, id), isOfOthers(isOwn)];
  const told = result && withoutOwn(result, isOwn);
  const decisions = (await listDecisions(db, id)).filter(ofOthers);
  const steps = (await listRoundSteps(db, id)).filter(ofOthers);
  const words = (await listRoundWords(db, id)).filter(ofOthers);
  const { rows, next } = partBehind(told?.proposals ?? [], after);
  // Who is left over stands whole: it is they of whom somebody has to think.
  const leftOver = told?.leftOver ?? [];
  const ids = [
    ...[...rows, ...decisions, ...steps, ...(told?.leftOut ?? [])].flatMap(idsIn),
    ...rows.flatMap(({ runnerUp }) => (runnerUp ? [runnerUp.volunteerId, ...runnerUp.proposedTo] : [])),
    ...leftOver.map(({ residentId }) => residentId),
    ...(told?.morePlaces ?? []).map(({ volunteerId }) => volunteerId),
    ...(told?.placeless ?? []),
    ...(told?.proof.rows ?? []).map((row) => row.id),
  ];
  const applicants = await findApplicants(db, ids, locale);
  return {
    ...{
      round,
      isOwn,
      told,
      proposals: rows,
      leftOver,
      after,
      next,
      decisions,
      words,
      steps,
      applicants,
      now,
    },
    names: new Map([...applicants].map(([application, { name }]) => [application, name])),
    staff: await namesOfStaff(db, round, { decisions, words, steps, locale }),
  };
}

/** All proposals of a resident stand beside each other, on one page: it ends behind a resident. */
function partBehind(
  all: readonly ToldProposal[],
  after: string | null,
): { readonly rows: readonly ToldProposal[]; readonly next: string | null } {
  const residents = [...Map.groupBy(all, ({ residentId }) => residentId)];
  const from = after === null ? 0 : residents.findIndex(([id]) => id === after) + 1;
  const shown = residents.slice(from, from + RESIDENTS_A_PAGE);
  const isMore = from + RESIDENTS_A_PAGE < residents.length;
  return { rows: shown.flatMap(([, rows]) => rows), next: isMore ? (shown.at(-1)?.[0] ?? null) : null };
}

const idsIn = ({ residentId, volunteerId }: { residentId?: string; volunteerId?: string }) =>
  [residentId, volunteerId].flatMap((id) => id ?? []);

async function namesOfStaff(
  db: Database,
  { createdBy, solving }: Round,
  {
    decisions,
    words,
    steps,
    locale,
  }: Pick<RoundScene, 'decisions' | 'words' | 'steps'> & { readonly locale: Locale },
): Promise<ReadonlyMap<string, string>> {
  const ids = [
    ...[createdBy, solving?.for],
    ...[...decisions, ...words].map(({ by }) => by),
    ...steps.map(({ byPerson }) => byPerson),
  ].flatMap((id) => id ?? []);
  const persons = await findPersons(db, ids);
  return new Map([...persons].map(([id, person]) => [id, callName(person, locale)]));
}

/** Whose names a page shows: each of them can ask who has looked. */
export function subjectsOf({ applicants }: Pick<RoundScene, 'applicants'>): string[] {
  return [...new Set([...applicants.values()].map(({ personId }) => personId))];
}
