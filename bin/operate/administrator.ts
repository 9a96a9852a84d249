// npm run administrator -- EMAIL: makes the person of this address an administrator; who has never signed in becomes one at the
// first sign-in. With --remove-second-factor: takes app, passkeys and recovery codes from an administrator who has lost them.
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { appointAdministrator, letAdministratorIn } from '../../src/modules/people/index.ts';
import { readConfiguration } from '../../src/platform/configuration.ts';
import { connect } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { reach, runCommand } from './reach.ts';

const SAYS = {
  appointed: 'is an administrator from now on. The second factor is set up at the next sign-in.',
  invited: 'has never signed in: whoever receives mail there is an administrator from the first sign-in on.',
  was_one: 'was an administrator already; nothing was changed.',
  person_is_unknown: 'is not the address of an administrator; nothing was changed.',
  children_have_no_roles: 'is a child’s; nothing was changed.',
  let_in: 'signs in by mail and sets up a new second factor. All their sessions have ended.',
} as const;

await runCommand(async () => {
  const options = { 'remove-second-factor': { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const email = z.email().safeParse(positionals[0]);
  if (!email.success) throw new Error('Say whom: npm run administrator -- EMAIL [--remove-second-factor]');
  const { ownerUrl, seal, stop } = await reach(readConfiguration(process.env));
  const connection = connect(ownerUrl, { seal, most: 1 });
  const who = { email: email.data, now: Temporal.Now.instant() };
  try {
    const outcome = await inTransaction(connection.db, async (tx) =>
      values['remove-second-factor'] ? letAdministratorIn(tx, who) : appointAdministrator(tx, who),
    );
    const says = outcome.ok ? (outcome.value ?? 'let_in') : outcome.refusal.code;
    console.log(`${email.data} ${says in SAYS ? SAYS[says as keyof typeof SAYS] : says}`);
    if (!outcome.ok) process.exitCode = 1;
  } finally {
    await connection.close();
    await stop();
  }
});
