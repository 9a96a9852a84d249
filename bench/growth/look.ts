import type { PageToTake } from '../../src/platform/parts/sampling.ts';
import { signIn } from '../../test/support/signed-in.ts';
import { type Read, readsOf } from './statements.ts';
import type { Inhabited, Worlds } from './worlds.ts';

/** A page in one world. */
export interface Looked {
  readonly status: number;
  /** Milliseconds until the page is there: what three quarters of all looks take at least. */
  readonly ms: number;
  readonly bytes: number;
  /** Rows that its statements read, largest first, with the statement. */
  readonly reads: readonly Read[];
}

export interface Compared {
  readonly name: string;
  readonly small: Looked;
  readonly big: Looked;
}

type Look = () => Promise<{ status: number; ms: number; bytes: number }>;

/** Looks at one page in both worlds by turns, so that whatever else the machine does slows both. */
export async function compare(worlds: Worlds, page: PageToTake, rounds: number): Promise<Compared> {
  const looks = [
    await lookerOf(worlds, worlds.small, page),
    await lookerOf(worlds, worlds.big, page),
  ] as const;
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++)
    for (const side of [0, 1] as const) times[side].push((await looks[side]()).ms);
  return {
    name: page.name,
    small: await summarize(worlds.small, looks[0], times[0]),
    big: await summarize(worlds.big, looks[1], times[1]),
  };
}

async function lookerOf({ secret, now }: Worlds, on: Inhabited, page: PageToTake): Promise<Look> {
  const who = page.who(on.world);
  const cookies = who ? await signIn(on.connection, { personIds: [who], secret, now }) : new Map();
  const locale = page.languages === 'staff' ? 'ja' : 'en';
  const path = page.path(on.world);
  // Over TLS: a demonstration at http://localhost has cookies of other names.
  const url = `https://localhost/${locale}${path === '/' ? '' : path}`;
  let looked = 0;
  return async () => {
    const separator = url.includes('?') ? '&' : '?';
    // Another address every time: what is remembered by an address must not look faster than it is.
    const request = new Request(`${url}${separator}n=${looked++}`, {
      headers: { cookie: `${cookies.get(who) ?? ''}; __Host-language=${locale}` },
    });
    const remoteAddress = `10.2.${Math.floor(looked / 250)}.${looked % 250}`;
    const began = performance.now();
    const answer = await on.house.app.fetch(request, { incoming: { socket: { remoteAddress } } });
    const { byteLength: bytes } = await answer.arrayBuffer();
    return { status: answer.status, ms: performance.now() - began, bytes };
  };
}

async function summarize(on: Inhabited, look: Look, times: readonly number[]): Promise<Looked> {
  let seen = { status: 0, bytes: 0 };
  const reads = await readsOf(on.ownerUrl, async () => {
    seen = await look();
  });
  const sorted = times.toSorted((a, b) => a - b);
  return {
    status: seen.status,
    bytes: seen.bytes,
    ms: sorted[Math.floor(sorted.length / 4)] ?? Number.NaN,
    reads,
  };
}
