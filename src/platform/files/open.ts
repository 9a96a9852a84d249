import type { Logger } from 'pino';
import type { Configuration } from '../configuration.ts';
import type { Database } from '../database/connect.ts';
import type { Files } from './files.ts';
import { sealFormerFiles } from './former.ts';
import { openStore } from './store/address.ts';
import { claimStore } from './store/claim.ts';
import { STORE_AWAY, StoreAway, StoreFull } from './store/store.ts';

/**
 * Opens the store of an installation at its start, sees that it is this database's, and seals what lies there in plain.
 * A store that is away or full stops nobody: whoever needs help now gets it without photos.
 * @throws with a sentence for the person at the terminal when the store is another one's
 */
export async function openFiles(
  configuration: Pick<Configuration, 'filesUrl' | 'dataDirectory'>,
  { db, log }: { db: Database; log: Logger },
): Promise<Files> {
  const files = { store: openStore(configuration), log };
  try {
    await claimStore(db, files.store);
    await sealFormerFiles(db, files);
  } catch (problem) {
    if (!(problem instanceof StoreAway || problem instanceof StoreFull)) throw problem;
    log.error({ place: files.store.place, problem: problem.message }, STORE_AWAY);
  }
  return files;
}
