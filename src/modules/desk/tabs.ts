import { housePaths } from '../../platform/addresses/paths.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import type { DeskPart } from '../../platform/parts/desk-part.ts';
import { deskMessages } from './messages.ts';
import { isKeptBy, isOurs } from './rules.ts';
import type { DeskRow } from './types.ts';

/** A tab as it is shown: data, so that it is drawn once for the same. */
export interface DeskTab {
  readonly href: string;
  readonly label: string;
  readonly count: number;
  readonly isCurrent: boolean;
}

/** All rows, the reader’s own, or those of one kind (`spot.new`). */
type Shown = 'all' | 'mine' | `${string}.${string}`;

const kindOf = ({ part, kind }: Pick<DeskRow, 'part' | 'kind'>): Shown => `${part}.${kind}`;

/** The rows behind a tab; all of them behind one that there is not. */
export function rowsBehind(
  rows: readonly DeskRow[],
  shown: string,
  readerId: string | null,
): readonly DeskRow[] {
  if (shown === 'mine') return rows.filter((row) => isKeptBy(row, readerId));
  const of = rows.filter((row) => kindOf(row) === shown);
  return of.length > 0 || shown.includes('.') ? of : rows;
}

/**
 * All, one's own, and each kind of which several wait, in the order in which the first of each stands in the queue: with
 * how many wait for us. One row needs no tab, unless it is looked at.
 */
export function tabsOf(
  rows: readonly DeskRow[],
  {
    shown,
    readerId,
    parts,
    locale,
  }: { shown: string; readerId: string | null; parts: readonly DeskPart[]; locale: Locale },
): DeskTab[] {
  const t = deskMessages.in(locale);
  const ours = rows.filter(isOurs);
  const kinds = [...Map.groupBy(ours, kindOf)].filter(([key, of]) => of.length > 1 || key === shown);
  const tab = (key: Shown, label: string, count: number): DeskTab => ({
    href: key === 'all' ? housePaths.desk() : `${housePaths.desk()}?show=${key}`,
    ...{ label, count, isCurrent: key === shown },
  });
  return [
    tab('all', t.plain('all'), ours.length),
    tab('mine', t.plain('mine'), rowsBehind(ours, 'mine', readerId).length),
    ...kinds.map(([key, of]) => tab(key, sayKind(of[0] as DeskRow, parts, locale), of.length)),
  ];
}

function sayKind({ part, kind }: DeskRow, parts: readonly DeskPart[], locale: Locale): string {
  return parts.find(({ name }) => name === part)?.sayKind(kind, locale) ?? kind;
}
