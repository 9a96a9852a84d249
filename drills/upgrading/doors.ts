/** What came back at one process. */
interface Tally {
  pages: number;
  acts: number;
  broken: number;
}

/** A process that people are sent to. */
export interface Door {
  readonly name: 'former' | 'new';
  readonly address: string;
}

/** The way to all processes that serve, as a balancer has it: every press and page goes to any of them. */
export class Doors {
  readonly open = new Set<Door>();
  readonly tallies: Record<Door['name'], Tally> = { former: emptyTally(), new: emptyTally() };
  /** Presses that were sent again with the same key, to the other process where there is one. */
  sentAgain = 0;
  /** Pages that a session of the other process opened. */
  crossed = 0;
  readonly faults: string[] = [];
  readonly #random: () => number;

  /** @param random chooses the process for each page and press */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** One of several, by chance. @throws when there is none */
  sample<T>(among: readonly T[]): T {
    const one = among[Math.floor(this.#random() * among.length)];
    if (one === undefined) throw new Error('there is nothing to choose from');
    return one;
  }

  /** Reads a page as whoever the session is; anything but the page is a fault. */
  async read(path: string, who: { cookie: string; signedInAt?: Door }): Promise<void> {
    const door = this.sample([...this.open]);
    const answer = await this.#send(door, path, { headers: { cookie: who.cookie } });
    this.tallies[door.name].pages++;
    if (answer && answer.status !== 200) this.#tell(door, `GET ${path}: ${answer.status}`);
    else if (who.signedInAt && who.signedInAt !== door) this.crossed++;
  }

  /**
   * Presses a button, and sometimes once more with the same key.
   * @returns where it leads; null when it was refused, which rivals may be
   */
  async press(path: string, cookie: string, fields: Fields): Promise<Pressed | null> {
    const key = crypto.randomUUID();
    const door = this.sample([...this.open]);
    const first = await this.#press(door, path, { cookie, fields, key });
    if (first && first.location !== null && this.#random() < 0.5) {
      const [other = door] = [...this.open].filter((one) => one !== door);
      const again = await this.#press(other, path, { cookie, fields, key });
      this.sentAgain++;
      if (again && again.location !== first.location)
        this.#tell(other, `POST ${path} sent again leads elsewhere than the first time`);
    }
    return first && first.location !== null ? { ...first, location: first.location, door } : null;
  }

  async #press(door: Door, path: string, sent: { cookie: string; fields: Fields; key: string }) {
    const body = new URLSearchParams([...sent.fields, ['idempotency_key', sent.key]]);
    const headers = { cookie: sent.cookie, 'sec-fetch-site': 'same-origin' };
    const answer = await this.#send(door, path, { method: 'POST', headers, body });
    if (!answer) return null;
    if (answer.status === 303) this.tallies[door.name].acts++;
    else if (answer.status !== 422) this.#tell(door, `POST ${path}: ${answer.status}`);
    const session = /__Host-session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';
    return { location: answer.status === 303 ? answer.headers.get('location') : null, session };
  }

  async #send(door: Door, path: string, how: RequestInit): Promise<Response | null> {
    try {
      const signal = AbortSignal.timeout(20_000);
      const answer = await fetch(door.address + path, { ...how, redirect: 'manual', signal });
      await answer.arrayBuffer();
      return answer;
    } catch (problem) {
      this.#tell(door, `${how.method ?? 'GET'} ${path}: no answer (${String(problem)})`);
      return null;
    }
  }

  #tell(door: Door, what: string): void {
    this.tallies[door.name].broken++;
    const plain = what.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
    this.faults.push(`${door.name}: ${plain}`);
  }
}

export type Fields = readonly [name: string, value: string][];

export interface Pressed {
  readonly location: string;
  /** The cookie of a session that was begun; empty otherwise. */
  readonly session: string;
  readonly door: Door;
}

function emptyTally(): Tally {
  return { pages: 0, acts: 0, broken: 0 };
}
