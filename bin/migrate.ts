// npm run migrate: brings the database of DATABASE_OWNER_URL (or DATABASE_URL) to the newest schema and says what it
// applied. With SECRET, its words are sealed as well, so that processes with the application's role alone can start.
import { join } from 'node:path';
import { pino } from 'pino';
import { personalDataMaps } from '../src/modules.ts';
import { readConfiguration } from '../src/platform/configuration.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { makeSeal, UNREAD } from '../src/platform/sealed/seal.ts';
import { sealAnew } from '../src/platform/sealed/seal-anew.ts';

const configuration = readConfiguration(process.env);
const url = configuration.databaseOwnerUrl ?? configuration.databaseUrl;
if (!url) {
  console.error('Set DATABASE_OWNER_URL or DATABASE_URL. (The embedded database is migrated by npm start.)');
  process.exit(2);
}
const applied = await migrate(url, join(import.meta.dirname, '..', 'db', 'migrations'));
console.log(
  applied.length === 0 ? 'Nothing to do: the schema is the newest.' : `Applied: ${applied.join(', ')}`,
);
const { secret, secretBefore } = configuration;
if (secret) {
  const log = pino({ level: configuration.logLevel });
  const seal = makeSeal(secret, secretBefore, (place) => log.error({ place }, UNREAD));
  console.log(`Sealed: ${await sealAnew(url, seal, personalDataMaps, log)} rows.`);
} else {
  console.log('Without SECRET nothing was sealed: a process that has the owner, or this command, does it.');
}
