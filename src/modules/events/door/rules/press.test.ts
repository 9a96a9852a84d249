import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Press, readLogged, readPress, writePress } from './press.ts';

const REGISTRATION = '0b7f3f5e-8a3c-4d0c-9d0f-0f6f2f9b1c11';
const phone = '11111111-1111-4111-8111-111111111111';
const undo = (device: string, seq: number): Press => ({ act: 'undo', undoes: { device, seq } });

describe('a press in writing', () => {
  const people = fc.record({
    adults: fc.integer({ min: 1, max: 50 }),
    children: fc.integer({ min: 0, max: 50 }),
  });
  const presses: fc.Arbitrary<Press> = fc.oneof(
    fc.record({
      act: fc.constant('here' as const),
      registrationId: fc.uuid(),
      place: fc.integer({ min: 1, max: 20 }),
    }),
    fc
      .record({ device: fc.uuid(), seq: fc.integer({ min: 1, max: 1_000_000 }) })
      .map(({ device, seq }) => undo(device, seq)),
    fc
      .tuple(people, fc.constantFrom('ne', 'fil', null), fc.constantFrom('सीता गुरुङ', 'Chen', null))
      .map(([count, language, name]) => ({ act: 'walk_in' as const, ...count, language, name })),
  );

  test('is read as it was written, in the log of a device too', () => {
    fc.assert(
      fc.property(presses, (press) => {
        expect(readPress(writePress(press))).toEqual(press);
        expect(readLogged(`7 1796443200000 ${writePress(press)}`)).toEqual({
          seq: 7,
          at: 1796443200000,
          press,
        });
      }),
    );
  });

  test.each([
    '',
    `here ${REGISTRATION} 0`,
    `here ${REGISTRATION} 21`,
    'here somebody 1',
    `undo ${phone} 0`,
    `undo ${phone} 1000001`,
    'walk_in 0 0 -',
    'walk_in 51 0 -',
    'walk_in 1 -1 -',
    `here ${REGISTRATION} 1 and more`,
  ])('is refused when it is %j', (typed) => {
    expect(readPress(typed)).toBeNull();
    expect(readLogged(`1 1 ${typed}`)).toBeNull();
  });
});
