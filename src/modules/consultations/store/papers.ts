import type { Database, Tx } from '../../../platform/database/connect.ts';

/** What a kept file is named among all files: it says nothing of what it shows. */
export const PAPER_KIND = 'consultations.paper';
export const MOST_PAPERS = 20;

/** A paper or photo of a matter, called by its place: "Paper 3". */
export interface Paper {
  readonly id: string;
  readonly fileId: string;
  readonly place: number;
  readonly at: Temporal.Instant;
}

export async function listPapers(db: Database, matterId: string): Promise<Paper[]> {
  return db
    .selectFrom('consultations.files')
    .select(['id', 'file_id as fileId', 'place', 'at'])
    .where('matter_id', '=', matterId)
    .orderBy('place')
    .execute();
}

export async function insertPaper(
  tx: Tx,
  paper: {
    readonly matterId: string;
    readonly fileId: string;
    readonly place: number;
    readonly by: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('consultations.files')
    .values({
      matter_id: paper.matterId,
      file_id: paper.fileId,
      place: paper.place,
      brought_by: paper.by,
      at: paper.now,
    })
    .execute();
}
