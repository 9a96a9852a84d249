import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { connectTolerant } from '../../../../test/support/database.ts';
import { signInHouse } from '../../../../test/support/sign-in-house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import { proveSecondFactor } from './authenticator.ts';

const house = await signInHouse();
const tolerant = connectTolerant(house.appUrl);

test('a secret that does not open proves nothing', async () => {
  const personId = await house.person('ren@example.org', ['coordinator']);
  const sealed = sealedColumn('auth.authenticators.sealed_secret').seal(
    house.db,
    randomUUID(),
    'JBSWY3DPEHPK3PXP',
  );
  const now = house.clock();
  const row = { person_id: personId, sealed_secret: sealed, last_step: 0, created_at: now };
  await house.db.insertInto('auth.authenticators').values(row).execute();
  const proof = { personId, sessionId: randomUUID(), code: '123456', now };
  const proved = await inTransaction(tolerant.db, (tx) => proveSecondFactor(tx, house.signIn, proof));
  expect(proved).toMatchObject({ ok: false, refusal: { code: 'authenticator_code_is_wrong' } });
  expect(tolerant.unread).toEqual([`auth.authenticators.sealed_secret ${personId}`]);
});
