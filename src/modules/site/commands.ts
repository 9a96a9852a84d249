import type { Tx } from '../../platform/database/connect.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import { accept, type Outcome, refuse } from '../../platform/refusal.ts';
import { isSingle, isWhole, SOURCE, textsFrom } from './rules.ts';
import { findArticle, insertArticle } from './store/articles.ts';
import { findVersion, insertShowing, insertVersion } from './store/versions.ts';
import type { Article, Kind, TypedWords } from './types.ts';

/** What somebody has written. */
export interface Written {
  readonly onDay: Temporal.PlainDate;
  readonly typed: Partial<Record<Locale, TypedWords>>;
  /** The languages that they have compared with the Japanese words. */
  readonly compared: readonly Locale[];
}

interface By {
  readonly by: string;
  readonly now: Temporal.Instant;
}

/** The address of an article: what there is one of is called what it is. */
export const slugOf = (kind: Kind, typed: string): string => (isSingle(kind) ? kind : typed);

/** Begins an article with its first version, which only staff see. Refused: `article_address_is_taken` @returns its id */
export async function beginArticle(
  tx: Tx,
  written: Written & { readonly kind: Kind; readonly slug: string },
  { by, now }: By,
): Promise<Outcome<string>> {
  const { kind, slug, onDay } = written;
  const id = await insertArticle(tx, { kind, slug, now });
  if (id === null) return refuse('article_address_is_taken', {}, isSingle(kind) ? undefined : 'slug');
  const texts = textsFrom(written.typed, { before: {}, compared: [] });
  await insertVersion(tx, id, { number: 1, onDay, texts, paperId: null, writtenBy: by, writtenAt: now });
  return accept(id);
}

/**
 * Writes the next version; what everybody reads stays as it is. Refuses where somebody else has written one meanwhile.
 * @param on.seen the last version that its writer had before them
 */
export async function writeVersion(
  tx: Tx,
  written: Written,
  { id, seen, by, now }: By & { readonly id: string; readonly seen: number },
): Promise<Outcome<Article>> {
  const article = await findArticle(tx, id, 'locked');
  if (!article) return refuse('article_is_unknown');
  if (article.latest !== seen) return refuse('article_was_changed_meanwhile');
  const last = await findVersion(tx, id, article.latest);
  const texts = textsFrom(written.typed, { before: last?.texts ?? {}, compared: written.compared });
  const paperId = last?.paperId ?? null;
  const number = article.latest + 1;
  await insertVersion(tx, id, {
    number,
    onDay: written.onDay,
    texts,
    paperId,
    writtenBy: by,
    writtenAt: now,
  });
  return accept(article);
}

/** Lets everybody read a version: the newest, or an older one again. Refuses one without Japanese words; pressed twice it is done. */
export async function showVersion(
  tx: Tx,
  { id, number, by, now }: By & { readonly id: string; readonly number: number },
): Promise<Outcome<Article>> {
  const article = await findArticle(tx, id, 'locked');
  const version = await findVersion(tx, id, number);
  if (!article || !version) return refuse('article_is_unknown');
  // What a page lacks is said in the product’s words.
  if (article.kind !== 'page' && !isWhole(version.texts[SOURCE])) return refuse('article_lacks_japanese');
  if (article.shown !== number) await insertShowing(tx, id, { version, by, now });
  return accept(article);
}

/** Lets nobody read it any more; pressed twice it is done. */
export async function hideArticle(
  tx: Tx,
  { id, by, now }: By & { readonly id: string },
): Promise<Outcome<Article>> {
  const article = await findArticle(tx, id, 'locked');
  if (!article) return refuse('article_is_unknown');
  if (article.shown !== null) await insertShowing(tx, id, { version: null, by, now });
  return accept(article);
}
