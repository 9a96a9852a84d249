import { describe, expect, test } from 'vitest';
import { type Press, readLogged, readPress, writePress } from './press.ts';

const [CHILD, WHO, DEVICE] = Array.from({ length: 3 }, () => crypto.randomUUID()) as [string, string, string];
const list = { at: 1_796_000_000, seal: 'aZ09_-aZ09_-' };

describe('a press as phones write it', () => {
  test.each<Press>([
    { act: 'in', childId: CHILD },
    { act: 'out', childId: CHILD, receivedBy: WHO, list },
    { act: 'out', childId: CHILD, receivedBy: null, list },
    { act: 'undo', undoes: { device: DEVICE, seq: 12 } },
  ])('is read as what it was: %o', (press) => {
    expect(readPress(writePress(press))).toEqual(press);
    expect(readLogged(`7 1796000000000 ${writePress(press)}`)).toEqual({
      seq: 7,
      at: 1_796_000_000_000,
      press,
    });
  });

  test.each([
    '',
    `in ${CHILD.slice(1)}`,
    `in ${CHILD} `,
    `out ${CHILD}`,
    `out ${CHILD} ${WHO}`,
    `out ${CHILD} ${WHO} 1796000000`,
    `out ${CHILD} mother 1796000000-aZ09_-aZ09_-`,
    `undo ${DEVICE} 0`,
    `undo ${DEVICE} 1000001`,
    `in ${CHILD}\nin ${WHO}`,
  ])('nothing else is one: %j', (typed) => {
    expect(readPress(typed)).toBeNull();
  });

  test.each(['0 1 in', `0 1 in ${CHILD}`, `1000001 1 in ${CHILD}`, `1 -1 in ${CHILD}`])(
    'no line of a log: %j',
    (line) => {
      expect(readLogged(line)).toBeNull();
    },
  );
});
