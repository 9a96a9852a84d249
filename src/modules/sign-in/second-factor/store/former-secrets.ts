import type { Logger } from 'pino';
import { z } from 'zod';
import type { Database } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import type { Keys } from '../../keys.ts';

const keptSecret = sealedColumn('auth.authenticators.sealed_secret');
const Former = z.record(z.string(), z.string());

/**
 * Seals anew what the migration 0058 has kept aside: the secrets of authenticators from before they were sealed like words.
 * @param keys of the installation's secret, and of the former one where it is given
 * @param log hears whose secret does not open: an administrator has to let them in again
 */
export async function sealFormerSecrets(db: Database, keys: readonly Keys[], log: Logger): Promise<void> {
  await inTransaction(db, async (tx) => {
    const kept = await tx
      .deleteFrom('platform.settings')
      .where('subject', '=', 'former authenticators')
      .returning('value')
      .executeTakeFirst();
    for (const [personId, former] of Object.entries(Former.parse(kept?.value ?? {}))) {
      const [secret] = keys.flatMap((one) => one.unseal(former, `authenticator of ${personId}`) ?? []);
      if (!secret) {
        log.error({ person: personId }, 'the secret of an authenticator from before does not open');
        continue;
      }
      await tx
        .updateTable('auth.authenticators')
        .set({ sealed_secret: keptSecret.seal(tx, personId, secret) })
        .where('person_id', '=', personId)
        .execute();
    }
  });
}
