import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import { enterCare } from '../desk/commands.ts';
import { publish } from '../events.ts';
import { does, type OnMatter } from '../matter/doing.ts';
import { findAssigned } from '../referral/reading.ts';
import { openMatterKey } from '../sealed/matter-key.ts';
import { answerQuestion, listQuestions, planQuestions } from '../store/questions.ts';
import { insertTask, type MatterTask, markTaskDone } from '../store/tasks.ts';
import type { Matter } from '../types.ts';
import { type Answer, type Months, mayGive, openQuestion, type WordOrigin } from './rules.ts';
import { listAdvices, markGiven, markRead, writeDraft } from './store.ts';

type On = Omit<OnMatter, 'as'> & { readonly as: 'coordinator' };

interface Draft {
  readonly japanese: string;
  readonly words: string;
  readonly language: string;
  readonly origin: WordOrigin;
}

/** What the expert said, in Japanese and in the resident's language. Whoever had read the words before has not read these. */
export async function writeAdvice(tx: Tx, on: On & { readonly draft: Draft }): Promise<Outcome<Matter>> {
  const entered = await enterCare(tx, on);
  if (!entered.ok) return entered;
  const { matter, key, by } = entered.value;
  await writeDraft(tx, key, { ...on.draft, by, now: on.now });
  return accept(matter);
}

/**
 * The coordinator writes down that an expert without a page of their own has read the Japanese as it stands in the page that is
 * answered. Refused: `advice_is_not_there`, `advice_was_changed` where it was written anew meanwhile, and
 * `expert_reads_it_themselves` where one has taken it on
 */
export async function confirmRead(
  tx: Tx,
  on: On & { readonly reader: string; readonly writtenAt: string },
): Promise<Outcome<Matter>> {
  const entered = await enterCare(tx, on);
  if (!entered.ok) return entered;
  const { matter, key } = entered.value;
  const [draft] = await listAdvices(tx, key);
  if (!draft || draft.givenAt) return refuse('advice_is_not_there');
  if (String(draft.writtenAt.epochMilliseconds) !== on.writtenAt) return refuse('advice_was_changed');
  if (await findAssigned(tx, key, { matter, now: on.now })) return refuse('expert_reads_it_themselves');
  await markRead(tx, key, { id: draft.id, reader: on.reader, now: on.now });
  return accept(matter);
}

/** Gives the advice to whoever has asked; with the first one, it is planned when they are asked whether it has helped. */
export const giveAdvice = does<On>('advise', async (tx, matter, on) => {
  const key = await openMatterKey(tx, matter.id);
  const [newest] = key ? await listAdvices(tx, key) : [];
  const may = mayGive(newest && !newest.givenAt ? newest : null);
  if (!may.ok) return may;
  await markGiven(tx, may.value.id, on.now);
  await planQuestions(tx, matter.id, dayInJapan(on.now));
  return accept({ changes: {} });
});

const stay = does<On>('follow', async () => accept({ changes: {} }));

/** Something to do, or when we speak next. Where there is advice, we stay with it from then on. */
export async function enterTask(
  tx: Tx,
  on: On & { readonly task: Omit<MatterTask, 'id' | 'doneAt'> },
): Promise<Outcome<Matter>> {
  const entered = await enterCare(tx, on);
  if (!entered.ok) return entered;
  const { matter, key, by } = entered.value;
  if (Temporal.PlainDate.compare(on.task.onDay, dayInJapan(on.now)) < 0)
    return refuse('choose_a_day_to_come', {}, 'taskOn');
  await insertTask(tx, key, { ...on.task, by, now: on.now });
  return matter.state === 'advised' ? stay(tx, on) : accept(matter);
}

/** Refused: `task_is_done` */
export async function endTask(tx: Tx, on: On & { readonly taskId: string }): Promise<Outcome<Matter>> {
  const entered = await enterCare(tx, on);
  if (!entered.ok) return entered;
  const { matter } = entered.value;
  const isDone = await markTaskDone(tx, { matterId: matter.id, id: on.taskId, now: on.now });
  return isDone ? accept(matter) : refuse('task_is_done');
}

interface Told {
  readonly matter: Matter;
  readonly now: Temporal.Instant;
}

/** Whether it has helped, by whoever has asked, also once it is closed. Refused: `question_is_not_open` */
export async function sayWhetherItHelped(
  tx: Tx,
  { matter, now, months, answer }: Told & { readonly months: Months; readonly answer: Answer },
): Promise<Outcome<null>> {
  const open = openQuestion(await listQuestions(tx, matter.id), dayInJapan(now));
  if (open?.months !== months) return refuse('question_is_not_open');
  const isTaken = await answerQuestion(tx, { matterId: matter.id, months, answer, now });
  if (!isTaken) return refuse('question_is_not_open');
  await publish(tx, {
    type: 'consultations.question.answered',
    ids: { matterId: matter.id, residentId: matter.residentId, byPersonId: matter.residentId },
    live: ['desk'],
  });
  return accept(null);
}

/** They have done what was theirs to do. Refused: `task_is_done`, also for what is not theirs */
export async function endOwnTask(
  tx: Tx,
  { matter, now, taskId }: Told & { readonly taskId: string },
): Promise<Outcome<null>> {
  const isDone = await markTaskDone(tx, { matterId: matter.id, id: taskId, whose: 'resident', now });
  return isDone ? accept(null) : refuse('task_is_done');
}
