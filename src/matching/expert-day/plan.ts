import { timesFor } from './times.ts';
import type { DayMatter, DayPlan, ExpertDay, WhyLeftOver } from './types.ts';
import { whoWithWhom } from './who-with-whom.ts';

/**
 * A day of experts as one assignment: tables, times, experts and interpreters together. The same day gives the same plan,
 * in whatever order it was entered.
 */
export function planExpertDay(entered: ExpertDay): DayPlan {
  const day = {
    times: entered.times,
    experts: byId(entered.experts),
    interpreters: byId(entered.interpreters),
    matters: byId(entered.matters),
  };
  const { together, isProved } = whoWithWhom(day);
  const seated = new Set(together.map(({ matterId }) => matterId));
  const leftOver = day.matters
    .filter(({ id }) => !seated.has(id))
    .map((matter) => ({ matterId: matter.id, why: whyLeftOver(day, matter, together.length) }));
  return { seats: timesFor(together, day.times), leftOver, isProved };
}

const byId = <T extends { readonly id: string }>(ones: readonly T[]) =>
  ones.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Tried: with one more expert of the field, with one more interpreter of the language, and with the hand taken off. */
function whyLeftOver(day: ExpertDay, matter: DayMatter, seen: number): WhyLeftOver {
  const more = (other: Partial<ExpertDay>) => whoWithWhom({ ...day, ...other }).together.length > seen;
  const free = { ...matter, expertId: null };
  const matters = day.matters.map((one) => (one.id === matter.id ? free : one));
  if (matter.expertId !== null && more({ matters })) return 'hand';
  const expert = { id: '+', fields: [matter.field], languages: [] };
  const interpreter = { id: '+', languages: [matter.language] };
  if (more({ matters, experts: [...day.experts, expert] })) return 'another_expert';
  if (more({ matters, interpreters: [...day.interpreters, interpreter] })) return 'another_interpreter';
  return 'both';
}
