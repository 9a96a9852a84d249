import { setTimeout as sleep } from 'node:timers/promises';
import type { Attempt } from './world.ts';

/** What a volunteer was told: their yes counts, it does not, something that should not be, or nothing. */
export type Answer = 'yes' | 'no' | 'strange' | 'none';

export interface Sent {
  readonly answer: Answer;
  /** How often it was sent until it was answered. */
  readonly tries: number;
}

const AT_ONCE = 24;

/**
 * Sends attempts, some at a time, each again with the same key until it is answered.
 * @param until when to give up, in milliseconds since the epoch
 */
export async function sendAll(
  address: string,
  attempts: readonly Attempt[],
  until: number,
): Promise<Map<Attempt, Sent>> {
  const answers = new Map<Attempt, Sent>();
  let next = 0;
  const work = async () => {
    for (let attempt = attempts[next++]; attempt; attempt = attempts[next++]) {
      answers.set(attempt, await sendUntilAnswered(address, attempt, until));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers;
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
async function send(address: string, attempt: Attempt): Promise<number | null> {
  try {
    const answer = await fetch(`${address}/en/spot/offers/${attempt.offerId}/acceptance`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: attempt.cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({
        startsAt: attempt.startsAt,
        corrections: '0',
        idempotency_key: attempt.key,
      }),
      signal: AbortSignal.timeout(20_000),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return null;
  }
}
