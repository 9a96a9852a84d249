import type { PersonalColumn, PersonalDataMap, Rule } from '../personal-data.ts';

/** The columns of one table that one rule is for. */
export interface Ruled {
  readonly table: string;
  readonly rule: Rule;
  readonly columns: readonly RuledColumn[];
}

interface RuledColumn extends PersonalColumn {
  readonly name: string;
}

/** What the maps say, table by table and rule by rule. */
export function listRuled(maps: readonly PersonalDataMap[]): readonly Ruled[] {
  return maps.flatMap((map) =>
    Object.entries(map).flatMap(([table, columns]) => {
      const personal = Object.entries(columns).flatMap(([name, known]) =>
        known === 'none' ? [] : [{ name, ...known }],
      );
      const byRule = Map.groupBy(personal, ({ rule }) => rule);
      return [...byRule].map(([rule, ruled]) => ({ table, rule, columns: ruled }));
    }),
  );
}
