import type { LanguageAbility, Level, Task } from '../dispatch/types.ts';

/** The language two people would use for a task, and the level of the weaker of the two in it. */
export interface SharedLanguage {
  language: string;
  level: number;
}

/**
 * Finds the language in which the weaker of the two is strongest at the task; between equals the first by
 * tag, so that the answer does not depend on the order in which somebody listed their languages. Null when
 * there is none at the least level.
 */
export function bestSharedLanguage(
  a: readonly LanguageAbility[],
  b: readonly LanguageAbility[],
  task: Task,
  leastLevel: Level,
): SharedLanguage | null {
  let best: SharedLanguage | null = null;
  for (const mine of a) {
    for (const theirs of b) {
      if (mine.language !== theirs.language) continue;
      const level = Math.min(mine[task], theirs[task]);
      if (level < leastLevel) continue;
      if (!best || level > best.level || (level === best.level && mine.language < best.language))
        best = { language: mine.language, level };
    }
  }
  return best;
}
