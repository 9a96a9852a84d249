// npm run translations: records from which English words each catalog was made, after all languages say the same again.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import record from '../../src/platform/languages/translations.json' with { type: 'json' };
import { readCatalogs } from './catalogs.ts';
import { renewTranslations, type TranslationRecord } from './translations.ts';

const root = join(import.meta.dirname, '../..');
const renewed = renewTranslations(readCatalogs(root), record as TranslationRecord);
const lines = Object.entries(renewed).map(
  ([catalog, { state, source }]) => `  "${catalog}": { "state": "${state}", "source": "${source}" }`,
);
writeFileSync(join(root, 'src/platform/languages/translations.json'), `{\n${lines.join(',\n')}\n}\n`);
