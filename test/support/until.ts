import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until something holds, asking every 20 ms.
 * @param seconds how long at the most; generous, for slow machines
 * @throws when it does not come to hold in time
 */
export async function until(holds: () => boolean | Promise<boolean>, seconds = 30): Promise<void> {
  const tries = seconds * 50;
  for (let asked = 0; asked < tries; asked++) {
    if (await holds()) return;
    await sleep(20);
  }
  throw new Error(`it did not come to hold within ${seconds} seconds`);
}
