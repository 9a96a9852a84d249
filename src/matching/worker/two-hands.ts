import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Ground } from '../pairs/ground.ts';
import { type Found, findInTurn, type Hands, joined, oneHand } from '../pairs/growth/hands.ts';
import { Lookout } from '../pairs/growth/search.ts';
import type { PeopleOfRound } from '../pairs/types.ts';
import { entryBeside } from './entry.ts';
import { CLOSED, DONE, HELPED, OPEN, type SharedSearch, STATE } from './shared-search.ts';

/** In milliseconds. A search of a city takes seconds; whoever has not come back by then has died, or is too slow to help. */
const LONGEST_WAIT = 60_000;

/** A second thread that helps to look for candidates. */
interface Helper {
  /** Both threads as one pair of hands; the ground is the one of this thread. */
  handsOn(ground: Ground): Hands;
  end(): void;
}

/**
 * Starts a helper where there is a second processor. Both threads take residents in turn, and what they find is put in
 * order, so that it does not matter who found it. The helper gets itself ready while this thread solves the first problem;
 * this thread waits for it without an event loop, since it has none to keep free.
 */
export function startHelper(people: PeopleOfRound): Helper | null {
  if (availableParallelism() < 2) return null;
  const { port1: port, port2: portThere } = new MessageChannel();
  const thread = new Worker(entryBeside(import.meta.url, 'helper'), {
    workerData: { people, port: portThere },
    transferList: [portThere],
  });
  // Whoever waited has done without it: a round does not fail because its helper has died.
  thread.on('error', () => {});
  return {
    handsOn: (ground) => sharedHands(new Lookout(ground), port),
    end() {
      port.close();
      void thread.terminate();
    },
  };
}

/**
 * Searches of which somebody at the other end of a port takes a part. Whoever was waited for in vain is asked no more: what they
 * found for one search may come while another is made.
 */
export function sharedHands(lookout: Lookout, port: MessagePort, longestWait = LONGEST_WAIT): Hands {
  const alone = oneHand(lookout);
  let isLost = false;
  return {
    search(search, ticker) {
      if (isLost) return alone.search(search, ticker);
      const turn = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
      port.postMessage({ search, turn } satisfies SharedSearch);
      const own = findInTurn(lookout, search, turn, ticker);
      // Who has not begun by now need not.
      if (Atomics.compareExchange(turn, STATE, OPEN, CLOSED) === OPEN) return joined(own);
      Atomics.wait(turn, STATE, HELPED, longestWait);
      const other = Atomics.load(turn, STATE) === DONE ? receiveMessageOnPort(port) : undefined;
      if (other) return joined([...own, ...(other.message as readonly Found[])]);
      isLost = true;
      return alone.search(search, ticker);
    },
  };
}
