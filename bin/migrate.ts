// npm run migrate: brings the database of DATABASE_OWNER_URL (or DATABASE_URL) to the newest schema and says what it applied.
import { join } from 'node:path';
import { readConfiguration } from '../src/platform/configuration.ts';
import { migrate } from '../src/platform/database/migrate.ts';

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
