import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(
  createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'),
  'utf8',
);

/** A sentence of IBM's engine about an element. */
interface Said {
  readonly ruleId: string;
  readonly message: string;
  readonly snippet: string;
}

/** Only what it calls a violation for sure; what a person would have to look at is not for a test. */
const RUN = `new ace.Checker().check(document, ['WCAG_2_2']).then(({ results }) => results
  .filter(({ value: [kind, result] }) => kind === 'VIOLATION' && result === 'FAIL')
  .map(({ ruleId, message, snippet }) => ({ ruleId, message, snippet: snippet.slice(0, 160) })))`;

/** What it finds though nothing is to be mended, each with the reason. */
const NOT_SO: Readonly<Record<string, RegExp>> = {
  // A form without a name is no landmark (HTML-AAM): nothing is to be told apart, and names would make dozens of them.
  aria_form_label_unique: /^<form /,
  // A box in the grid of a week: its label is in the heads of its row and column, and for listeners in the cell itself.
  label_content_exists: /^<label>$/,
};

/** What IBM's Equal Access engine would change on a page as it stands. */
export async function findMore(tab: Page): Promise<string[]> {
  await tab.evaluate(`(() => { ${source}; window.ace = ace; })()`);
  const said = await tab.evaluate<Said[]>(RUN);
  const left = said.filter(({ ruleId, snippet }) => !NOT_SO[ruleId]?.test(snippet));
  return left.map(({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet}`);
}
