import { type MessagePort, workerData } from 'node:worker_threads';
import { groundOf } from '../pairs/ground.ts';
import { findInTurn } from '../pairs/growth/hands.ts';
import { Lookout } from '../pairs/growth/search.ts';
import type { PeopleOfRound } from '../pairs/types.ts';
import { newTicker } from '../round/ticker.ts';
import { DONE, FAILED, HELPED, OPEN, type SharedSearch, STATE } from './shared-search.ts';

// The entry of a second thread for large rounds: looks for candidates of residents whom the first has not come to yet.

const { people, port } = workerData as { people: PeopleOfRound; port: MessagePort };
const lookout = new Lookout(groundOf(people));

port.on('message', ({ search, turn }: SharedSearch) => {
  if (Atomics.compareExchange(turn, STATE, OPEN, HELPED) !== OPEN) return;
  let state = FAILED;
  try {
    const found = findInTurn(lookout, search, turn, newTicker({}));
    const buffers = found.flatMap(({ rows }) => [rows.rowPtr.buffer, rows.column.buffer, rows.fit.buffer]);
    port.postMessage(found, buffers as ArrayBuffer[]);
    state = DONE;
  } finally {
    Atomics.store(turn, STATE, state);
    Atomics.notify(turn, STATE);
  }
});
