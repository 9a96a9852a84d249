import { type DestinationStream, type Logger, pino } from 'pino';

/** The program's log: one JSON line each. A problem is told by its kind and place only, see `tellProblem`. */
export function makeLog(level: string, destination?: DestinationStream): Logger {
  return pino({ level, serializers: { err: tellProblem } }, destination);
}

/**
 * What may be written down of something thrown: its kind, PostgreSQL's code and names, where it happened. Its message may
 * hold what people have typed (`Key (email)=(…)`, `invalid input syntax … "…"`), and so may every other property.
 */
export function tellProblem(problem: unknown): Record<string, unknown> {
  if (!(problem instanceof Error)) return { type: typeof problem };
  const { code, constraint, table, column } = problem as Error & Record<string, unknown>;
  const at = (problem.stack ?? '').split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return {
    type: problem.name,
    ...nameable({ code, constraint, table, column }),
    at: at.map((line) => line.trim()),
  };
}

function nameable(names: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(names).filter(([, name]) => typeof name === 'string' && /^\w{1,63}$/.test(name)),
  );
}
