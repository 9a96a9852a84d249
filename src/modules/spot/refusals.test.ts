import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOCALES } from '../../platform/languages/locales.ts';
import { sayRefusalIn } from '../../platform/web/words.ts';
import { spotRefusals } from './desk/words.ts';
import { spotMessages } from './words.ts';

/** Codes as rules and acts write them: in a call, an object, a condition or as what a function returns. */
const CODE = /(?:refuse\(|code: |return |[?:] )'([a-z]+(?:_[a-z]+)+)'/g;

/** Words of the same shape that are no refusals. */
const OTHERS = new Set([
  'beyond_limits',
  'assigned_volunteer',
  'check_in',
  'child_rearing',
  'duration_minutes',
  'in_person',
  'in_place',
  'where_empty',
  'level_below_need',
  'no_show',
  'possible_times',
  'record_no_show',
  'talk_languages',
]);

/** Said to coordinators only, in the languages of the desk. */
const AT_THE_DESK = new Set([
  'another_coordinator_closes_this',
  'choose_a_coordinator',
  'look_into_the_concern_first',
]);

function codesIn(folder: string): string[] {
  const path = join(import.meta.dirname, folder);
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|(next-act|routes|form|fields)\.ts$/.test(name))
    .flatMap((name) => [...readFileSync(join(path, name), 'utf8').matchAll(CODE)])
    .flatMap(([, code]) => (code && !OTHERS.has(code) ? [code] : []));
}

const FOLDERS = ['ask', 'offer', 'meet', 'close', 'rules', 'desk/notes'];
const codes = [...new Set(FOLDERS.flatMap(codesIn))].sort();
const params = {
  least: 30,
  most: 180,
  days: 3,
  earliest: 0,
  latest: 0,
  opens: '08:30',
  closes: '18:00',
  place: '新宿区',
};

test('every refusal has words in every language', () => {
  expect(codes.length).toBeGreaterThan(50);
  const unsaid = LOCALES.flatMap((locale) => {
    const say = sayRefusalIn(spotMessages, locale);
    const sayAtDesk = sayRefusalIn(spotRefusals, locale);
    return codes.filter((code) => {
      try {
        return (AT_THE_DESK.has(code) ? sayAtDesk : say)({ code, params }) === '';
      } catch {
        return true;
      }
    });
  });
  expect([...new Set(unsaid)]).toEqual([]);
});
