import { Flow } from './flow.ts';
import type { DayExpert, DayMatter, DaySeat, ExpertDay } from './types.ts';

/** Which expert and interpreter see a matter; when, is a question of its own (`times.ts`). */
export type Together = Omit<DaySeat, 'time'>;

/** So many matters can go either way: with an expert who speaks the language, or another with an interpreter. Each is tried. */
export const MOST_TRIED = 8;

const ONE_MORE = 1_000_000;
const MORE_URGENT = 1_000;
const INTERPRETER = 1;

const sees = (expert: DayExpert, { field, expertId }: DayMatter) =>
  expertId === null ? expert.fields.includes(field) : expert.id === expertId;
const speaks = ({ languages }: DayExpert, language: string) =>
  language === 'ja' || languages.includes(language);

type Kind = 'direct' | 'interpreted';

function kindsOf(day: ExpertDay, matter: DayMatter): Kind[] {
  const experts = day.experts.filter((expert) => sees(expert, matter));
  const kinds: Kind[] = [];
  if (experts.some((expert) => speaks(expert, matter.language))) kinds.push('direct');
  const isInterpreted = day.interpreters.some(({ languages }) => languages.includes(matter.language));
  if (isInterpreted && experts.some((expert) => !speaks(expert, matter.language))) kinds.push('interpreted');
  return kinds;
}

/**
 * The most matters that can be seen, among those the most urgent, among those with the fewest interpreters. Once it is
 * settled of each matter whether it is seen with an interpreter, the best is a cheapest flow from experts over matters to
 * interpreters: each has as much room as there are times. Where both ways are open, both are tried.
 */
export function whoWithWhom(day: ExpertDay): {
  readonly together: readonly Together[];
  readonly isProved: boolean;
} {
  const kinds = new Map(day.matters.map((matter) => [matter.id, kindsOf(day, matter)]));
  const both = day.matters.filter(({ id }) => kinds.get(id)?.length === 2).map(({ id }) => id);
  const tried = both.slice(0, MOST_TRIED);
  let best: { cost: number; together: Together[] } = { cost: 0, together: [] };
  for (let choice = 0; choice < 2 ** tried.length; choice += 1) {
    const kindOf = (id: string): Kind | undefined => {
      const at = tried.indexOf(id);
      return at >= 0 && Math.floor(choice / 2 ** at) % 2 === 1 ? 'interpreted' : kinds.get(id)?.[0];
    };
    const found = cheapest(day, kindOf);
    if (found.cost < best.cost) best = found;
  }
  return { together: best.together, isProved: both.length <= MOST_TRIED };
}

function cheapest(day: ExpertDay, kindOf: (id: string) => Kind | undefined) {
  const { experts, interpreters, matters, times } = day;
  const [firstMatter, firstInterpreter] = [2 + experts.length, 2 + experts.length + 2 * matters.length];
  const flow = new Flow(firstInterpreter + interpreters.length);
  for (const [at] of experts.entries()) flow.join(0, 2 + at, { room: times, cost: 0 });
  for (const [at] of interpreters.entries()) flow.join(firstInterpreter + at, 1, { room: times, cost: 0 });
  const reads = matters.map((matter, at) => {
    const kind = kindOf(matter.id);
    const [into, out] = [firstMatter + 2 * at, firstMatter + 2 * at + 1];
    const withExpert = experts.map((expert, one) => {
      const fits =
        kind !== undefined && sees(expert, matter) && speaks(expert, matter.language) === (kind === 'direct');
      return fits ? flow.join(2 + one, into, { room: 1, cost: 0 }) : () => false;
    });
    flow.join(into, out, { room: 1, cost: -ONE_MORE - MORE_URGENT * matter.urgency });
    if (kind === 'direct') flow.join(out, 1, { room: 1, cost: 0 });
    const withInterpreter = interpreters.map(({ languages }, one) =>
      kind === 'interpreted' && languages.includes(matter.language)
        ? flow.join(out, firstInterpreter + one, { room: 1, cost: INTERPRETER })
        : () => false,
    );
    return { matter, withExpert, withInterpreter };
  });
  const cost = flow.solve();
  const together = reads.flatMap(({ matter, withExpert, withInterpreter }) => {
    const expert = experts[withExpert.findIndex((flows) => flows())];
    if (!expert) return [];
    const interpreterId = interpreters[withInterpreter.findIndex((flows) => flows())]?.id ?? null;
    return [{ matterId: matter.id, expertId: expert.id, interpreterId }];
  });
  return { cost, together };
}
