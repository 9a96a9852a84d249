import { array, assert, constantFrom, property, record, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES, STAFF_ROLES } from '../../../platform/permissions.ts';
import { isAlone, isDueAlone, isOver, isStaffRole, mayDecide, maySee } from './rules.ts';

const somebody = constantFrom('ana', 'bo', 'cem', 'dai');
const act = record({ personId: somebody, proposedBy: somebody });
const holders = uniqueArray(somebody);

describe('what waits for a second person', () => {
  test('is decided by neither whoever proposed it nor whom it is about', () => {
    assert(
      property(act, somebody, (one, decider) => {
        expect(mayDecide(one, decider)).toBe(decider !== one.personId && decider !== one.proposedBy);
      }),
    );
  });

  test('is alone where no office holder may decide, and then told to whom it is about', () => {
    assert(
      property(act, holders, (one, inOffice) => {
        expect(isAlone(one, inOffice)).toBe(!inOffice.some((id) => mayDecide(one, id)));
        expect(maySee(one, one.personId, inOffice)).toBe(
          one.personId === one.proposedBy || isAlone(one, inOffice),
        );
      }),
    );
  });

  test('is seen by everybody else who may see such things', () => {
    assert(
      property(act, somebody, array(somebody), (one, reader, inOffice) => {
        if (reader !== one.personId) expect(maySee(one, reader, inOffice)).toBe(true);
      }),
    );
  });

  test('falls after a week, and goes on by itself after a day', () => {
    const proposedAt = Temporal.Instant.from('2026-11-24T00:00:00Z');
    const hoursOn = (hours: number) => proposedAt.add({ hours });
    expect([isOver({ proposedAt }, hoursOn(167)), isOver({ proposedAt }, hoursOn(168))]).toEqual([
      false,
      true,
    ]);
    expect([isDueAlone({ proposedAt }, hoursOn(23)), isDueAlone({ proposedAt }, hoursOn(24))]).toEqual([
      false,
      true,
    ]);
  });
});

test('the roles that take two are those that see what others have told', () => {
  expect(ROLES.filter(isStaffRole)).toEqual(STAFF_ROLES);
});
