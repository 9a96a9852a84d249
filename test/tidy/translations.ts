import { createHash } from 'node:crypto';
import type { TranslationState } from '../../src/platform/languages/translations.ts';
import type { CatalogFolder } from './catalogs.ts';

/** `src/pages/messages/zh-Hans` → who made it, and from which words of its source. */
export type TranslationRecord = Readonly<
  Record<string, { readonly state: TranslationState; readonly source: string }>
>;

const STATES: ReadonlySet<string> = new Set<TranslationState>(['machine', 'human', 'reviewed']);

interface Translation {
  /** Path of the catalog without `.json`. */
  readonly catalog: string;
  /** The words it was made from, English, as a short hash. */
  readonly source: string;
}

function translationsOf(folders: readonly CatalogFolder[]): Translation[] {
  return folders.flatMap(({ path, files }) =>
    [...files.keys()]
      .filter((name) => name !== 'en' && name !== 'staff.en')
      .map((name) => {
        const source = files.get(name.startsWith('staff.') ? 'staff.en' : 'en') ?? {};
        return { catalog: `${path}/${name}`, source: hashOf(source) };
      }),
  );
}

function hashOf(words: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 12);
}

/** Translations whose English has changed since, that nobody has recorded, or that are recorded but gone. */
export function checkTranslations(folders: readonly CatalogFolder[], record: TranslationRecord): string[] {
  const translations = translationsOf(folders);
  const known = new Set(translations.map(({ catalog }) => catalog));
  const findings = translations.flatMap(({ catalog, source }) => {
    const entry = record[catalog];
    if (!entry) return [`${catalog}.json: nobody has recorded who made it (npm run translations)`];
    if (!STATES.has(entry.state)) return [`${catalog}.json: "${entry.state}" is no state of a translation`];
    if (entry.source === source) return [];
    return [`${catalog}.json: its English has changed; say the same in it, then npm run translations`];
  });
  const gone = Object.keys(record).filter((catalog) => !known.has(catalog));
  return [...findings, ...gone.map((catalog) => `${catalog}.json is recorded and gone`)];
}

/**
 * The record for the catalogs as they are now. What was made from other words than today's counts as made by a machine
 * until somebody writes otherwise: a review is of the words that were read.
 */
export function renewTranslations(
  folders: readonly CatalogFolder[],
  record: TranslationRecord,
): TranslationRecord {
  const entries = translationsOf(folders).map(({ catalog, source }) => {
    const entry = record[catalog];
    return [catalog, entry?.source === source ? entry : { state: 'machine' as const, source }] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
