import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Work that keeps the process busy, one piece after the other however much of it comes at once, with a turn of the event loop
 * between two: whoever asks for help now meanwhile waits for one piece, and not for all. A piece that fails holds up no other.
 */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(() => nextTurn()).then(work);
    last = mine.catch(() => {});
    return mine;
  };
}
