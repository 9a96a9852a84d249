import type { Tx } from '../../../platform/database/connect.ts';
import { type Files, readFileById, tryKeepFile } from '../../../platform/files/files.ts';
import { type Pdf, readPdf } from '../../../platform/files/pdf/pdfs.ts';
import { type Picture, readPicture } from '../../../platform/files/pictures.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { type Call, missing, type Reply } from '../../../platform/web/route.ts';
import { insertPaper, listPapers, MOST_PAPERS, PAPER_KIND } from '../store/papers.ts';
import { type Matter, numberOfMatter } from '../types.ts';

/** Of a form with a paper: what a file may have, and some words. */
export const MOST_BYTES = 21_000_000;
export type PaperPicture = Picture | Pdf;

/**
 * The photo or PDF that came with a form; its name and declared kind are not believed, and never kept.
 * @returns null where none came; refused beside the field
 */
export async function readPaper({ uploads }: Pick<Call, 'uploads'>): Promise<Outcome<PaperPicture | null>> {
  const upload = uploads.get('photo');
  if (!upload) return accept(null);
  const bytes = new Uint8Array(await upload.arrayBuffer());
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
  const read: Outcome<PaperPicture> = isPdf ? readPdf(bytes) : await readPicture(bytes);
  return read.ok ? read : refuse(read.refusal.code, read.refusal.params, 'photo');
}

/** Keeps a paper of a matter under a key of its own. Refused beside the field: one too many, no room. */
export async function keepPaper(
  tx: Tx,
  files: Files,
  paper: {
    readonly matterId: string;
    readonly ownerId: string;
    readonly picture: PaperPicture;
    readonly now: Temporal.Instant;
  },
): Promise<Outcome<null>> {
  const { matterId, ownerId, now, picture } = paper;
  const before = await listPapers(tx, matterId);
  if (before.length >= MOST_PAPERS) return refuse('too_many_papers', { most: MOST_PAPERS }, 'photo');
  const kept = await tryKeepFile(tx, files, { picture, ownerId, kind: PAPER_KIND, now });
  if (!kept.ok) return refuse(kept.refusal.code, kept.refusal.params, 'photo');
  const place = (before.at(-1)?.place ?? 0) + 1;
  await insertPaper(tx, { matterId, fileId: kept.value, place, by: ownerId, now });
  return accept(null);
}

/** A paper for whoever may open its matter, which the caller has seen to. Its name says the number and its place. */
export async function showPaper(
  { db }: Pick<Call, 'db'>,
  files: Files,
  { matter, place }: { readonly matter: Matter; readonly place: string },
): Promise<Reply> {
  const paper = (await listPapers(db, matter.id)).find((one) => String(one.place) === place);
  const file = paper && (await readFileById(db, files, paper.fileId));
  if (!file) return missing();
  const ending = file.mediaType === 'application/pdf' ? 'pdf' : 'webp';
  return {
    kind: 'file',
    body: file.bytes,
    mediaType: file.mediaType,
    name: `${numberOfMatter(matter)}-${place}.${ending}`,
  };
}
