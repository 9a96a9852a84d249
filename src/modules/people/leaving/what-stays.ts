import type { Database } from '../../../platform/database/connect.ts';
import type { Label } from '../../../platform/languages/messages.tsx';
import type { Keeping, Rule } from '../../../platform/personal-data.ts';
import { listMaps } from '../../../platform/personal-data-map.ts';
import type { HoldsData } from '../../../platform/rights/data-of.ts';
import { sayData } from '../../../platform/rights/data-words.ts';
import { readDays } from '../../../platform/rights/forget.ts';
import { listRuled } from '../../../platform/rights/ruled.ts';
import { withCommonWords } from '../record/data-words.ts';

/** How long after what, with a setting's days read. */
export interface Term {
  /** The moment from which it counts. */
  readonly after: Label;
  readonly count: number;
  readonly unit: 'days' | 'months' | 'years';
}

/** What is kept under one name, as people are told it. */
export interface Kept {
  readonly what: Label;
  readonly terms: readonly Term[] | 'as_long_as_person' | 'as_long_as_row';
  readonly leaving: Rule['leaving'];
  /** The source that has it kept, where there is one. */
  readonly law: Label | null;
}

/** What is kept of people and for how long: the rules of the maps, each name and term once. */
export async function listKept(db: Database, modules: readonly HoldsData[]): Promise<Kept[]> {
  const byName = Map.groupBy(listRuled(listMaps(modules)), ({ rule }) => rule.name);
  const label = labelsOf(modules);
  const kept: Kept[] = [];
  for (const [name, ruled] of byName) {
    const rules = ruled.map(({ rule }) => rule);
    const leaving = rules[0]?.leaving ?? 'delete';
    const law = typeof leaving === 'string' ? undefined : leaving.law;
    kept.push({
      what: label(`kept_${name}`),
      terms: await termsOf(db, rules, label),
      leaving,
      law: law ? label(`law_${law}`) : null,
    });
  }
  return kept;
}

function labelsOf(modules: readonly HoldsData[]): (key: string) => Label {
  const holders = withCommonWords(modules);
  return (key) => (locale) => sayData(holders, locale)(key);
}

/** What stays of somebody who leaves, but for what goes by itself within days. */
export async function whatStays(db: Database, modules: readonly HoldsData[]): Promise<Kept[]> {
  const kept = await listKept(db, modules);
  return kept.filter(({ leaving }) => typeof leaving !== 'string' && leaving.keeps !== 'soon_gone');
}

async function termsOf(
  db: Database,
  rules: readonly Rule[],
  label: (key: string) => Label,
): Promise<Kept['terms']> {
  const terms = new Map<string, Term>();
  for (const { keep, atMost } of rules) {
    for (const keeping of [...(typeof keep === 'string' ? [] : keep), ...(atMost ? [atMost] : [])]) {
      const span = await spanOf(db, keeping);
      terms.set(JSON.stringify([keeping.after, span]), { after: label(`after_${keeping.after}`), ...span });
    }
  }
  if (terms.size > 0) return [...terms.values()];
  return rules.some(({ keep }) => keep === 'as_long_as_row') ? 'as_long_as_row' : 'as_long_as_person';
}

async function spanOf(db: Database, { lasts }: Keeping): Promise<Omit<Term, 'after'>> {
  if (typeof lasts !== 'string') return { count: await readDays(db, lasts), unit: 'days' };
  const { years, months, days } = Temporal.Duration.from(lasts);
  if (years > 0) return { count: years, unit: 'years' };
  return months > 0 ? { count: months, unit: 'months' } : { count: days, unit: 'days' };
}
