import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { start } from '../../src/main.ts';
import { createPerson, registerPerson } from '../../src/modules/people/index.ts';
import { readConfiguration } from '../../src/platform/configuration.ts';
import { connect } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { makeSeal } from '../../src/platform/sealed/seal.ts';
import { readSecret } from '../../src/platform/sealed/secret.ts';
import { makeProgram } from '../../test/support/program.ts';
import type { Studio } from './take.ts';
import { findWorld } from './world.ts';

/** A version that is not this one: its folder, and the bundle that was built there. */
export interface Version {
  readonly root: string;
  readonly bundle: string;
}

/** This version with a demonstration world of its own while pictures are taken, and two whom that world lacks. */
export async function inStudio(browser: Browser, work: (studio: Studio) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'otonari-screens-'));
  // PostgreSQL runs as a user of its own when we are root, and has to get in.
  chmodSync(directory, 0o755);
  const environment = { ...process.env, ...of(directory), PORT: '0', LOG_LEVEL: 'silent' };
  const running = await start(environment);
  const seal = makeSeal(readSecret(readConfiguration(environment)));
  const connection = connect(running.databaseUrls.app, { seal });
  try {
    // Somebody who has just come, and somebody who has said their name and nothing else.
    await inTransaction(connection.db, async (tx) => {
      const now = Temporal.Now.instant();
      await registerPerson(tx, { email: 'stranger@otonari.example', locale: 'en', now });
      await createPerson(tx, { name: 'Noa', email: 'newcomer@otonari.example', now });
    });
    await work({ browser, address: running.address, world: await findWorld(connection.db) });
  } finally {
    await connection.close();
    await running.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A former version with its own demonstration world, as far as it can be looked through with what this one knows. */
export async function inFormerStudio(
  browser: Browser,
  version: Version,
  work: (studio: Studio) => Promise<void>,
): Promise<void> {
  const program = await makeProgram({ DEMONSTRATION: 'true' }, [], version);
  try {
    await program.start();
    const seal = makeSeal(readSecret(readConfiguration(of(program.directory))));
    const connection = connect(program.ownerUrl(), { seal });
    const world = await findWorld(connection.db).finally(() => connection.close());
    await work({ browser, address: program.address, world });
  } finally {
    await program.end();
  }
}

function of(directory: string) {
  return { DEMONSTRATION: 'true', DATA_DIRECTORY: directory };
}
