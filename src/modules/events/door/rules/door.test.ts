import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adult, child } from '../../../../../test/support/events.ts';
import { countDoor, type DoorEntry, isContradictory, placeKey, placesOf, readDoor } from './door.ts';
import type { Press } from './press.ts';

const REGISTRATION = '0b7f3f5e-8a3c-4d0c-9d0f-0f6f2f9b1c11';
const [phone, tablet] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const [sato, kato] = ['sato', 'kato'];
const pressedAt = Temporal.Instant.from('2026-12-06T13:00:00+09:00');
const entry = (device: string, seq: number, press: Press): DoorEntry => ({
  ...{ device, seq, press, pressedAt },
  byPersonId: device === phone ? sato : kato,
});
const here = (place = 1): Press => ({ act: 'here', registrationId: REGISTRATION, place });
const undo = (device: string, seq: number): Press => ({ act: 'undo', undoes: { device, seq } });
const walkIn = (adults: number, children: number): Press => ({
  ...{ act: 'walk_in', adults, children },
  ...{ language: null, name: null },
});
const standing = (...entries: DoorEntry[]) => readDoor(entries).standings.get(placeKey(REGISTRATION, 1));

describe('who is here', () => {
  test('counts once, whoever has pressed how often', () => {
    const door = readDoor([entry(phone, 1, here()), entry(tablet, 1, here()), entry(tablet, 2, here(2))]);
    const party = [adult, child(6), adult];
    expect(countDoor([{ id: REGISTRATION, hasSeats: true, party }], door)).toEqual([
      { kind: 'everybody', here: 2, seats: 3 },
      { kind: 'adult', here: 1, seats: 2 },
      { kind: 'child', here: 1, seats: 1 },
    ]);
  });

  test('counts also where the party had become smaller, or has no seats', () => {
    const door = readDoor([
      entry(phone, 1, here(1)),
      entry(phone, 2, here(3)),
      entry(phone, 3, here(4)),
      entry(phone, 4, undo(phone, 3)),
    ]);
    const row = { id: REGISTRATION, hasSeats: false, party: [adult] };
    expect(placesOf(row, door).map(({ place }) => place)).toEqual([1, 3]);
    expect(countDoor([row], door)[0]).toEqual({ kind: 'everybody', here: 2, seats: 0 });
  });

  test('an undo takes back the press that it names: another’s stands, and both are shown', () => {
    const both = standing(entry(phone, 1, here()), entry(tablet, 1, here()), entry(phone, 2, undo(phone, 1)));
    expect(both?.stands.map(({ device }) => device)).toEqual([tablet]);
    expect(both?.undone.map(({ press }) => press.device)).toEqual([phone]);
    expect(both && isContradictory(both)).toBe(true);
  });

  test('whoever presses, takes it back and presses again contradicts nobody', () => {
    const own = standing(entry(phone, 1, here()), entry(phone, 2, undo(phone, 1)), entry(phone, 3, here()));
    expect(own && isContradictory(own)).toBe(false);
    const twice = standing(entry(phone, 1, here()), entry(tablet, 1, here()));
    expect(twice && isContradictory(twice)).toBe(true);
  });

  test('those without a registration count, unless they were taken back', () => {
    const door = readDoor([
      entry(phone, 1, walkIn(2, 1)),
      entry(phone, 2, walkIn(1, 0)),
      entry(tablet, 1, undo(phone, 2)),
    ]);
    expect(countDoor([], door)).toEqual([
      { kind: 'everybody', here: 3, seats: 0 },
      { kind: 'adult', here: 2, seats: 0 },
      { kind: 'child', here: 1, seats: 0 },
    ]);
  });

  test('is the same in whatever order devices send their logs', () => {
    const keys = fc.record({ device: fc.constantFrom(phone, tablet), seq: fc.integer({ min: 1, max: 6 }) });
    const logs = fc.uniqueArray(
      fc.record({
        key: keys,
        press: fc.oneof(
          fc.constantFrom(here(1), here(2), walkIn(1, 1)),
          keys.map(({ device, seq }) => undo(device, seq)),
        ),
      }),
      { selector: ({ key }) => `${key.device} ${key.seq}`, maxLength: 12 },
    );
    const seats = [{ id: REGISTRATION, hasSeats: true, party: [adult, adult] }];
    const counted = (entries: DoorEntry[]) =>
      countDoor(seats, readDoor(entries)).toSorted((one, other) => one.kind.localeCompare(other.kind));
    fc.assert(
      fc.property(
        logs.chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length }))),
        ([log, shuffled]) => {
          const [once, again] = [log, shuffled].map((one) =>
            counted(one.map(({ key, press }) => entry(key.device, key.seq, press))),
          );
          expect(again).toEqual(once);
        },
      ),
    );
  });
});
