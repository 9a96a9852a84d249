import { setTimeout as sleep } from 'node:timers/promises';

/** One press of somebody's, sent until it is answered. */
export interface Press {
  /** Without the language. */
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly cookie: string;
  /** The same each time it is sent. */
  readonly key: string;
  /** What is sent instead of a form, made anew each time, such as a signature that holds for minutes: 200 answers it. */
  readonly made?: () => { readonly body: string; readonly headers: Readonly<Record<string, string>> };
}

/** What somebody was told: it is done, it cannot be done, something that should not be, or nothing. */
export type Answer = 'yes' | 'no' | 'strange' | 'none';

export interface Sent {
  readonly answer: Answer;
  /** How often it was sent until it was answered. */
  readonly tries: number;
}

/** How many press at the same time where nothing else is said. */
const AT_ONCE = 24;

/**
 * Sends presses, some at a time, each again with the same key until it is answered.
 * @param until when to give up, in milliseconds since the epoch
 * @param atOnce how many clients send
 */
export async function sendAll<Attempt extends Press>(
  address: string,
  attempts: readonly Attempt[],
  until: number,
  atOnce = AT_ONCE,
): Promise<Map<Attempt, Sent>> {
  const answers = new Map<Attempt, Sent>();
  let next = 0;
  const work = async () => {
    for (let attempt = attempts[next++]; attempt; attempt = attempts[next++]) {
      answers.set(attempt, await sendUntilAnswered(address, attempt, until));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return answers;
}

async function sendUntilAnswered(address: string, press: Press, until: number): Promise<Sent> {
  for (let tries = 1; Date.now() < until; tries++) {
    const status = await send(address, press);
    if (status === (press.made ? 200 : 303)) return { answer: 'yes', tries };
    if (status === 422) return { answer: 'no', tries };
    if (status !== null && status !== 503) {
      console.log(
        `An answer that should not be: status ${status} at ${press.path.replaceAll(/[\w-]{36,}/g, ':id')}.`,
      );
      return { answer: 'strange', tries };
    }
    await sleep(50);
  }
  return { answer: 'none', tries: 0 };
}

/** @returns null when there was no answer; what was asked for may have been done all the same */
async function send(address: string, { path, cookie, fields, key, made }: Press): Promise<number | null> {
  const form = {
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ ...fields, idempotency_key: key }),
  };
  try {
    const answer = await fetch(`${address}/en${path}`, {
      method: 'POST',
      redirect: 'manual',
      ...(made?.() ?? form),
      signal: AbortSignal.timeout(30_000),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return null;
  }
}
