import type { Logger } from 'pino';
import type { Database } from '../database/connect.ts';
import type { Files } from './files.ts';
import { sealFormerFiles } from './former.ts';
import { claimStore } from './store/claim.ts';
import { STORE_AWAY, StoreAway, StoreFull } from './store/store.ts';

/**
 * Sees at a start that an installation's store is this database's, and seals what lies there in plain.
 * A store that is away or full stops nobody: whoever needs help now gets it without photos.
 * @throws with a sentence for the person at the terminal when the store is another one's
 */
export async function openFiles(files: Files, { db, log }: { db: Database; log: Logger }): Promise<void> {
  try {
    await claimStore(db, files.store);
    await sealFormerFiles(db, files);
  } catch (problem) {
    if (!(problem instanceof StoreAway || problem instanceof StoreFull)) throw problem;
    log.error({ place: files.store.place, problem: problem.message }, STORE_AWAY);
  }
}
