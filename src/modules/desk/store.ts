import type { Database } from '../../platform/database/connect.ts';
import type { Question } from '../../platform/database/questions.ts';
import type { DeskAsking, DeskPart, DeskReader } from '../../platform/parts/desk-part.ts';
import { inOrderOfBreaking } from './rules.ts';
import type { Desk } from './types.ts';

/** The questions of all modules under one set of names, for one trip; and what their answers make of the desk. */
export async function askAll(
  parts: readonly DeskPart[],
  db: Database,
  reader: DeskReader,
): Promise<{ questions: Record<string, Question<unknown>>; show(answers: Record<string, unknown>): Desk }> {
  const asked: { readonly part: string; readonly asking: DeskAsking }[] = [];
  for (const part of parts) {
    const asking = await part.ask(db, reader);
    if (asking) asked.push({ part: part.name, asking });
  }
  const named = asked.map(({ part, asking }) => ({
    ...{ part, asking },
    names: Object.keys(asking.questions).map((name) => [name, `${part}_${name}`] as const),
  }));
  const questions = named.flatMap(({ asking, names }) =>
    names.map(([name, own]) => [own, asking.questions[name] as Question<unknown>] as const),
  );
  return {
    questions: Object.fromEntries(questions),
    show(answers) {
      const shown = named.map(({ part, asking, names }) => {
        const own = Object.fromEntries(names.map(([name, full]) => [name, answers[full]]));
        return { part, ...asking.show(own as never) };
      });
      const rows = shown.flatMap(({ part, items }) => items.map((item) => ({ ...item, part })));
      return {
        rows: inOrderOfBreaking(rows),
        isCut: shown.some(({ isCut }) => isCut),
        sections: shown.flatMap(({ sections = [] }) => sections),
      };
    },
  };
}
