import type { DayPlan } from '../../../matching/index.ts';
import { planExpertDay } from '../../../matching/index.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { listExperts } from '../experts/store.ts';
import { listInterpreters } from '../interpreters/store/interpreters.ts';
import type { MatterUrgency } from '../types.ts';
import {
  type Day,
  type DayPerson,
  findDay,
  findOpenByNumber,
  insertDayPerson,
  listDayPeople,
  listOnDay,
  type OnDay,
  putOnDay,
  type Registered,
  takeOffDay,
} from './store.ts';

/** More than fit into a room; the plan is found at once for so many. */
const MOST_PEOPLE = 20;
const MOST_MATTERS = 40;

const URGENCY: Readonly<Record<MatterUrgency, number>> = { today: 3, this_week: 2, can_wait: 1 };

export interface PlannedDay {
  readonly day: Day;
  readonly people: readonly DayPerson[];
  readonly matters: readonly OnDay[];
  readonly plan: DayPlan;
}

/** A day with its plan, made anew of what stands there: whoever changes something sees at once what becomes of it. */
export async function planDay(db: Database, id: string): Promise<PlannedDay | null> {
  const day = await findDay(db, id);
  if (!day) return null;
  const people = await listDayPeople(db, id);
  const matters = await listOnDay(db, id);
  const plan = planExpertDay({
    times: day.times,
    experts: people.filter(({ kind }) => kind === 'expert'),
    interpreters: people.filter(({ kind }) => kind === 'interpreter'),
    matters: matters.map(({ matter, expertId }) => ({
      id: matter.id,
      field: matter.field,
      language: matter.language,
      urgency: URGENCY[matter.urgency],
      expertId,
    })),
  });
  return { day, people, matters, plan };
}

/**
 * Whoever of the registers can be asked for a day: experts who advise, and interpreters who have pledged.
 * @param db to read, or the transaction in which one of them is added
 */
export async function listRegistered(db: Database, now: Temporal.Instant): Promise<Registered[]> {
  const experts = (await listExperts(db, now)).map(({ id, name, fields, languages }) => ({
    ...{ kind: 'expert' as const, registerId: id, name, fields, languages },
  }));
  const interpreters = (await listInterpreters(db)).flatMap(({ id, name, languages, pledgedOn }) =>
    pledgedOn === null ? [] : [{ kind: 'interpreter' as const, registerId: id, name, fields: [], languages }],
  );
  return [...experts, ...interpreters];
}

/** Adds somebody of the registers, as they stand there now. Refused: `day_is_unknown`, `day_is_full`, and beside the field whoever is in none or there already */
export async function addToDay(
  tx: Tx,
  dayId: string,
  { registerId, now }: { readonly registerId: string; readonly now: Temporal.Instant },
): Promise<Outcome<null>> {
  if (!(await findDay(tx, dayId, 'locked'))) return refuse('day_is_unknown');
  const found = (await listRegistered(tx, now)).find((one) => one.registerId === registerId);
  if (!found) return refuse('choose_who_comes', {}, 'registerId');
  const there = await listDayPeople(tx, dayId);
  if (there.some((one) => one.registerId === registerId)) return refuse('comes_already', {}, 'registerId');
  if (there.length >= MOST_PEOPLE) return refuse('day_is_full');
  await insertDayPerson(tx, dayId, found);
  return accept(null);
}

/** `S-1042`, or the number alone. Refused beside the field: `matter_is_not_open`; also one's own */
export async function takeToDay(
  tx: Tx,
  dayId: string,
  { typed, by }: { readonly typed: string; readonly by: string },
): Promise<Outcome<null>> {
  if (!(await findDay(tx, dayId, 'locked'))) return refuse('day_is_unknown');
  const number = Number(/^\s*(?:S-?)?(\d{1,9})\s*$/i.exec(typed)?.[1] ?? 0);
  const matter = await findOpenByNumber(tx, number);
  if (!matter || matter.residentId === by) return refuse('matter_is_not_open', {}, 'number');
  const there = await listOnDay(tx, dayId);
  if (there.length >= MOST_MATTERS) return refuse('day_is_full');
  if (!there.some((one) => one.matter.id === matter.id))
    await putOnDay(tx, dayId, { matterId: matter.id, expertId: null });
  return accept(null);
}

/** By hand: with this expert, as the plan chooses (`free`), or not on this day (`off`). Refused: `day_is_unknown` */
export async function settleByHand(
  tx: Tx,
  dayId: string,
  { matterId, hand }: { readonly matterId: string; readonly hand: string },
): Promise<Outcome<null>> {
  if (!(await findDay(tx, dayId, 'locked'))) return refuse('day_is_unknown');
  if (!(await listOnDay(tx, dayId)).some(({ matter }) => matter.id === matterId))
    return refuse('day_is_unknown');
  if (hand === 'off') {
    await takeOffDay(tx, dayId, matterId);
    return accept(null);
  }
  const experts = (await listDayPeople(tx, dayId)).filter(({ kind }) => kind === 'expert');
  const expertId = experts.find(({ id }) => id === hand)?.id ?? null;
  if (hand !== 'free' && expertId === null) return refuse('day_is_unknown');
  await putOnDay(tx, dayId, { matterId, expertId });
  return accept(null);
}
