import type { Database } from '../../../platform/database/connect.ts';
import type { Keeping, Moment, PersonalDataMap, Rule } from '../../../platform/personal-data.ts';
import { readDays } from '../../../platform/rights/forget.ts';
import { listRuled } from '../../../platform/rights/ruled.ts';

/** How long after what, with a setting's days read. */
export interface Term {
  readonly after: Moment;
  readonly count: number;
  readonly unit: 'days' | 'months' | 'years';
}

/** What is kept under one name, as people are told it. */
export interface Kept {
  readonly name: string;
  readonly terms: readonly Term[] | 'as_long_as_person' | 'as_long_as_row';
  readonly leaving: Rule['leaving'];
}

/** What is kept of people and for how long: the rules of the maps, each name and term once. */
export async function listKept(db: Database, maps: readonly PersonalDataMap[]): Promise<Kept[]> {
  const byName = Map.groupBy(listRuled(maps), ({ rule }) => rule.name);
  const kept: Kept[] = [];
  for (const [name, ruled] of byName) {
    const rules = ruled.map(({ rule }) => rule);
    kept.push({ name, terms: await termsOf(db, rules), leaving: rules[0]?.leaving ?? 'delete' });
  }
  return kept;
}

/** What stays of somebody who leaves, but for what goes by itself within days. */
export async function whatStays(db: Database, maps: readonly PersonalDataMap[]): Promise<Kept[]> {
  const kept = await listKept(db, maps);
  return kept.filter(({ leaving }) => typeof leaving !== 'string' && leaving.keeps !== 'soon_gone');
}

async function termsOf(db: Database, rules: readonly Rule[]): Promise<Kept['terms']> {
  const terms = new Map<string, Term>();
  for (const { keep, atMost } of rules) {
    for (const keeping of [...(typeof keep === 'string' ? [] : keep), ...(atMost ? [atMost] : [])]) {
      const term = await toTerm(db, keeping);
      terms.set(JSON.stringify(term), term);
    }
  }
  if (terms.size > 0) return [...terms.values()];
  return rules.some(({ keep }) => keep === 'as_long_as_row') ? 'as_long_as_row' : 'as_long_as_person';
}

async function toTerm(db: Database, { after, lasts }: Keeping): Promise<Term> {
  if (typeof lasts !== 'string') return { after, count: await readDays(db, lasts), unit: 'days' };
  const { years, months, days } = Temporal.Duration.from(lasts);
  if (years > 0) return { after, count: years, unit: 'years' };
  return months > 0 ? { after, count: months, unit: 'months' } : { after, count: days, unit: 'days' };
}
