import { setTimeout as sleep } from 'node:timers/promises';
import type { Attempt } from './world.ts';

/** What somebody was told: it is done, it cannot be done, something that should not be, or nothing. */
export type Answer = 'yes' | 'no' | 'strange' | 'none';

export interface Sent {
  readonly answer: Answer;
  /** How often it was sent until it was answered. */
  readonly tries: number;
}

/**
 * Sends all at once, each again with the same key until it is answered.
 * @param until when to give up, in milliseconds since the epoch
 */
export async function sendAll(
  address: string,
  attempts: readonly Attempt[],
  until: number,
): Promise<Map<Attempt, Sent>> {
  const answers = await Promise.all(
    attempts.map(async (attempt) => [attempt, await sendUntilAnswered(address, attempt, until)] as const),
  );
  return new Map(answers);
}

async function sendUntilAnswered(address: string, attempt: Attempt, until: number): Promise<Sent> {
  for (let tries = 1; Date.now() < until; tries++) {
    const status = await send(address, attempt);
    if (status === 303) return { answer: 'yes', tries };
    if (status === 422) return { answer: 'no', tries };
    if (status !== null && status !== 503) {
      console.log(`An answer that should not be: status ${status}.`);
      return { answer: 'strange', tries };
    }
    await sleep(50);
  }
  return { answer: 'none', tries: 0 };
}

/** @returns null when there was no answer; what was asked for may have been done all the same */
async function send(address: string, { path, cookie, fields, key }: Attempt): Promise<number | null> {
  try {
    const answer = await fetch(`${address}/en${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ ...fields, idempotency_key: key }),
      signal: AbortSignal.timeout(30_000),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return null;
  }
}
