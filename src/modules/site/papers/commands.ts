import type { Tx } from '../../../platform/database/connect.ts';
import { type Files, tryKeepFile } from '../../../platform/files/files.ts';
import { readPdf } from '../../../platform/files/pdf/pdfs.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { findArticle } from '../store/articles.ts';
import { insertPaper } from '../store/papers.ts';
import { findVersion, insertVersion } from '../store/versions.ts';
import type { Article } from '../types.ts';

const KIND = 'site.paper';

interface OnReport {
  readonly id: string;
  /** The last version that its writer had before them. */
  readonly seen: number;
  readonly by: string;
  readonly now: Temporal.Instant;
}

/**
 * Keeps the file of a report, or leaves it out from now on: the next version, with the words of the one before. What everybody
 * reads stays as it is. Refuses what is no PDF that may stand in public (`readPdf`), each with a sentence beside its field.
 * @param bytes null to leave it out
 */
export async function writePaper(
  tx: Tx,
  files: Files,
  { bytes, ...on }: OnReport & { readonly bytes: Uint8Array | null },
): Promise<Outcome<Article>> {
  const { id, seen, by, now } = on;
  const article = await findArticle(tx, id, 'locked');
  if (article?.kind !== 'report') return refuse('article_is_unknown');
  if (article.latest !== seen) return refuse('article_was_changed_meanwhile');
  const before = await findVersion(tx, id, article.latest);
  if (!before) return refuse('article_is_unknown');
  const kept = bytes ? await keep(tx, files, { bytes, ...on }) : accept(null);
  if (!kept.ok) return { ok: false, refusal: { ...kept.refusal, field: 'paper' } };
  const version = {
    ...before,
    number: article.latest + 1,
    paperId: kept.value,
    writtenBy: by,
    writtenAt: now,
  };
  await insertVersion(tx, id, version);
  return accept(article);
}

/** It belongs to the article: whoever brought it may leave, and the report stays. */
async function keep(
  tx: Tx,
  files: Files,
  { bytes, id, by, now }: OnReport & { readonly bytes: Uint8Array },
): Promise<Outcome<string>> {
  const read = readPdf(bytes);
  if (!read.ok) return read;
  const { value: pdf } = read;
  const file = await tryKeepFile(tx, files, { picture: pdf, ownerId: id, kind: KIND, now });
  if (!file.ok) return file;
  const paper = { fileId: file.value, byteCount: pdf.bytes.byteLength, pages: pdf.pages, by, now };
  return accept(await insertPaper(tx, id, paper));
}
