import { describe, expect, it } from 'vitest';
import type { Role } from '../../../platform/permissions.ts';
import type { HeldRole } from '../types.ts';
import { holdsOffice } from './rules.ts';

const today = Temporal.PlainDate.from('2026-11-29');
const held = (role: Role, untilOn: string | null = null) =>
  ({ role, untilOn: untilOn && Temporal.PlainDate.from(untilOn) }) as HeldRole;

describe('holdsOffice', () => {
  it.each([
    ['coordinator', null, true],
    ['treasurer', null, true],
    ['administrator', '2026-11-30', true],
    ['administrator', '2026-11-29', false],
    ['volunteer', null, false],
    ['resident', null, false],
  ] as const)('%s until %s: %s', (role, untilOn, answer) => {
    expect(holdsOffice([held(role, untilOn)], today)).toBe(answer);
  });
});
