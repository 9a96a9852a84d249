import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TOLD_ACTIONS } from '../../src/platform/audit/told.ts';

/** Withheld from whom they are about: they would tell of a concern, of a note about somebody, or of nobody's record. */
const WITHHELD = [
  'conversations.concern.raised',
  'people.directory.searched',
  'people.staff_act.agreed',
  'people.staff_act.carried_out_alone',
  'people.staff_act.declined',
  'people.staff_act.proposed',
  'people.staff_act.withdrawn',
  'people.staff_acts.viewed',
  'safety.helpline.hidden_or_shown',
  'safety.helpline.kept',
  'safety.helpline.removed',
  'safety.helpline.verified',
  'settings.change.undone',
  'settings.organization.changed',
  'settings.public_texts.changed',
  'slots.time.taken_back',
  'slots.times.offered',
  'spot.note.written',
  'spot.settings.changed',
  'trust.concern.assessed',
  'trust.concern.closed',
  'trust.concern.viewed',
  'trust.concerns.viewed',
  'trust.interview.recorded',
  'trust.policy.changed',
  'trust.restriction.lifted',
  'trust.restriction.set',
  'watch.alarm.closed',
  'watch.alarms.viewed',
  'watch.limits.changed',
  'watch.test_mail.asked_for',
];

const src = join(import.meta.dirname, '../../src');
const ACTION = /(?:\baudit: |\baction: |[Ee]ntry\w*\((?:\w+, )?)'([a-z_]+\.[a-z_]+\.[a-z_]+)'/g;

function actionsWritten(): string[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !name.includes('.test.'),
  );
  const found = files.flatMap((name) =>
    [...readFileSync(join(src, name), 'utf8').matchAll(ACTION)].map(([, action = '']) => action),
  );
  return [...new Set(found)].toSorted();
}

test('of every act it is decided whether whoever it is about is told of it', () => {
  const decided = [...TOLD_ACTIONS, ...WITHHELD];
  const written = actionsWritten();
  expect(written.length).toBeGreaterThan(60);
  expect(written.filter((action) => !decided.includes(action))).toEqual([]);
  expect(TOLD_ACTIONS.filter((action) => WITHHELD.includes(action))).toEqual([]);
});
