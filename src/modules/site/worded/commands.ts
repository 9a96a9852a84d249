import { dayInJapan } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { findArticle, findPageArticle, insertArticle } from '../store/articles.ts';
import { findVersion, insertVersion } from '../store/versions.ts';
import { type TypedSections, withSections } from './rules.ts';

/**
 * Writes a page in one language: the next version, or the first; what everybody reads stays as it is. The words of the other
 * languages go along as they are. Refuses where somebody else has written a version meanwhile.
 * @param on.seen the last version that its writer had before them, 0 for none
 * @returns the article's id
 */
export async function writePage(
  tx: Tx,
  typed: TypedSections,
  on: { readonly key: string; readonly seen: number; readonly by: string; readonly now: Temporal.Instant },
): Promise<Outcome<string>> {
  const { key, seen, by, now } = on;
  const begun = await insertArticle(tx, { kind: 'page', slug: key, now });
  const id = begun ?? (await findPageArticle(tx, key))?.id;
  const article = id && (await findArticle(tx, id, 'locked'));
  if (!article) return refuse('article_is_unknown');
  if (article.latest !== seen) return refuse('article_was_changed_meanwhile');
  const before = (await findVersion(tx, article.id, article.latest))?.texts ?? {};
  const texts = withSections(before, typed);
  const version = {
    number: article.latest + 1,
    onDay: dayInJapan(now),
    texts,
    paperId: null,
    writtenBy: by,
    writtenAt: now,
  };
  await insertVersion(tx, article.id, version);
  return accept(article.id);
}
