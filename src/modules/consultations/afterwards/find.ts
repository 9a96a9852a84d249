import type { Database } from '../../../platform/database/connect.ts';
import { findAppointment, type MatterAppointment } from '../appointment/store.ts';
import { findAssigned } from '../referral/reading.ts';
import type { OpensAs } from '../room/may-open.ts';
import { opensAs } from '../room/may-open.ts';
import { openMatterKey } from '../sealed/matter-key.ts';
import { findMatter } from '../store/matters.ts';
import { listQuestions, type Question } from '../store/questions.ts';
import { listTasks, type MatterTask } from '../store/tasks.ts';
import type { Matter } from '../types.ts';
import { type Advice, listAdvices } from './store.ts';

/** What becomes of a matter, opened for whoever may read it. */
export interface Afterwards {
  readonly matter: Matter;
  readonly advices: readonly Advice[];
  readonly tasks: readonly MatterTask[];
  readonly questions: readonly Question[];
  /** What is agreed; null where nothing is, or it was called off. */
  readonly appointment: MatterAppointment | null;
}

/** All of it. @returns null where the key of the matter is damaged */
async function openAfterwards(db: Database, matter: Matter): Promise<Afterwards | null> {
  const key = await openMatterKey(db, matter.id);
  if (!key) return null;
  const appointment = await findAppointment(db, key);
  return {
    matter,
    appointment: appointment?.calledOffAt ? null : appointment,
    advices: await listAdvices(db, key),
    tasks: await listTasks(db, key),
    questions: await listQuestions(db, matter.id),
  };
}

/** As whoever has asked reads it: no draft. */
export async function findOwnAfterwards(db: Database, matterId: string): Promise<Afterwards | null> {
  const matter = await findMatter(db, matterId);
  const found = matter && (await openAfterwards(db, matter));
  return found && { ...found, advices: found.advices.filter(({ givenAt }) => givenAt) };
}

/** With the name of the expert who has taken it on. @returns null for whoever may not open the matter */
export async function findDeskAfterwards(
  db: Database,
  matterId: string,
  reader: { readonly personId: string; readonly now: Temporal.Instant },
): Promise<(Afterwards & { readonly as: OpensAs; readonly expert: string | null }) | null> {
  const matter = await findMatter(db, matterId);
  const as = matter && (await opensAs(db, { matter, ...reader }));
  const found = as && (await openAfterwards(db, matter));
  const key = found && (await openMatterKey(db, matterId));
  if (!key) return null;
  const assigned = await findAssigned(db, key, { matter: found.matter, now: reader.now });
  return { ...found, as, expert: assigned?.receiver.name ?? null };
}
