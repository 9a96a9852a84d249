type State = 'waits' | 'sent' | 'refused';
type Line = [seq: number, at: number, press: string, state: State];

/** What this browser has pressed: under which name it is kept, as which device, and each press with what became of it. */
export interface Log {
  readonly name: string;
  readonly device: string;
  readonly lines: readonly Line[];
}

/** The log under a name; a new device’s where there is none. Read anew each time: another tab may have pressed. */
export function readLog(name: string): Log {
  const kept = localStorage.getItem(name);
  return { name, ...(kept ? JSON.parse(kept) : { device: crypto.randomUUID(), lines: [] }) };
}

function write({ name, device, lines }: Log): void {
  localStorage.setItem(name, JSON.stringify({ device, lines }));
}

/** Writes presses behind the others, by the clock of this device. */
export function addPresses(log: Log, presses: readonly string[]): void {
  // Not `performance.now()`: it stands still while a phone sleeps.
  const at = Date.now();
  const last = log.lines.at(-1)?.[0] ?? 0;
  const added = presses.map((press, before): Line => [last + 1 + before, at, press, 'waits']);
  write({ ...log, lines: [...log.lines, ...added] });
}

/** Notes what the server has taken of the presses that were sent; the names of walk-ins stay here no longer. */
export function markSent(log: Log, part: readonly Line[], refused: readonly number[]): void {
  const lines = log.lines.map((line): Line => {
    const [seq, at, press] = line;
    if (!part.some(([sent]) => sent === seq)) return line;
    const kept = press.replace(/^(walk_in \S+ \S+ \S+).*/u, '$1');
    return [seq, at, kept, refused.includes(seq) ? 'refused' : 'sent'];
  });
  write({ ...log, lines });
}

export const linesIn = ({ lines }: Log, state: State): readonly Line[] =>
  lines.filter((line) => line[3] === state);

/** As long as the server takes what comes late: then nobody needs the names of walk-ins that still wait here. */
const KEPT_MS = 14 * 24 * 3_600_000;

/** Of other days and people what was sent is not kept; what still waits is, for whoever has pressed it, as long as the door takes it. */
export function forgetOthers(name: string): void {
  const least = Date.now() - KEPT_MS;
  for (const other of Object.keys(localStorage)) {
    if (!other.startsWith('door ') || other === name) continue;
    const waits = linesIn(readLog(other), 'waits');
    if (waits.every(([, at]) => at < least)) localStorage.removeItem(other);
  }
}
