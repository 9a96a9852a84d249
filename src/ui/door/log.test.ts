import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addPresses, forgetOthers, readLog } from './log.ts';

const AT = 1_800_000_000_000;
const HOUR = 3_600_000;

beforeEach(() => {
  const kept = new Map<string, string>();
  // As a browser has it: what is kept are its keys.
  const storage = new Proxy(
    {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    },
    {
      ownKeys: () => [...kept.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
  vi.stubGlobal('localStorage', storage);
  // As on a phone that sleeps: the clock goes on, and what counts since the page was opened does not.
  vi.useFakeTimers({ toFake: ['Date'], now: AT });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const timesIn = (name: string) => readLog(name).lines.map(([, at]) => at);

test('a press has the time at which it was pressed, also after the phone has slept', () => {
  addPresses(readLog('door a'), ['walk_in 1 0 -']);
  vi.setSystemTime(AT + 2 * HOUR);
  addPresses(readLog('door a'), ['walk_in 2 0 -']);
  expect(timesIn('door a')).toEqual([AT, AT + 2 * HOUR]);
});

test('what waits of others is kept as long as the door takes it, and no longer', () => {
  addPresses(readLog('door a'), ['walk_in 1 0 - Dara']);
  vi.setSystemTime(AT + 14 * 24 * HOUR);
  forgetOthers('door b');
  expect(timesIn('door a')).toEqual([AT]);
  vi.setSystemTime(AT + 14 * 24 * HOUR + 1);
  forgetOthers('door b');
  expect(localStorage.getItem('door a')).toBeNull();
});
