import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';

/** After how many months somebody is asked whether it has helped. */
export const ASKED_AFTER = [1, 3] as const;
export type Months = (typeof ASKED_AFTER)[number];

export const ANSWERS = ['yes', 'partly', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Who made the words in the resident's language of the Japanese. */
export const WORD_ORIGINS = ['interpreter', 'expert', 'coordinator', 'machine'] as const;
export type WordOrigin = (typeof WORD_ORIGINS)[number];

/** How long an answer is taken once the question has come: until the next one, or as long for the last. */
const ANSWER_DAYS = 60;

/** On the same day of a later month, or its last where it is shorter. */
export const dueOn = (given: Temporal.PlainDate, months: Months): Temporal.PlainDate => given.add({ months });

/** Which of somebody's questions is open today: the latest that has come, once, and not for ever. */
export function openQuestion<
  Q extends { readonly dueOn: Temporal.PlainDate; readonly answer: Answer | null },
>(questions: readonly Q[], today: Temporal.PlainDate): Q | null {
  const come = questions
    .filter((one) => Temporal.PlainDate.compare(one.dueOn, today) <= 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(b.dueOn, a.dueOn));
  const [latest] = come;
  if (!latest || latest.answer) return null;
  return latest.dueOn.until(today).days <= ANSWER_DAYS ? latest : null;
}

/** Nothing goes out that its expert has not read as it stands. Refused: `advice_is_not_there`, `advice_is_not_read` */
export function mayGive<A extends { readonly readAt: Temporal.Instant | null }>(draft: A | null): Outcome<A> {
  if (!draft) return refuse('advice_is_not_there');
  return draft.readAt ? accept(draft) : refuse('advice_is_not_read');
}
