/** By which a device knows one of its presses again. */
export interface PressKey {
  readonly device: string;
  readonly seq: number;
}

/** The list of a day that a phone shows: when it was made, and the seal that says so. */
export interface ListMark {
  /** Seconds since 1970. */
  readonly at: number;
  readonly seal: string;
}

/** What somebody at the door of a class presses. */
export type Press =
  | { readonly act: 'in'; readonly childId: string }
  | {
      readonly act: 'out';
      readonly childId: string;
      /** The guardianship or fetcher who took the child; null for somebody who is neither. */
      readonly receivedBy: string | null;
      readonly list: ListMark;
    }
  | { readonly act: 'undo'; readonly undoes: PressKey };

/** A press in the log of a device. */
export interface LoggedPress {
  readonly seq: number;
  /** Milliseconds since 1970 by the device's clock. */
  readonly at: number;
  readonly press: Press;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const IN = new RegExp(`^in (${UUID})$`);
const OUT = new RegExp(`^out (${UUID}) (${UUID}|-) (\\d{1,11})-([\\w-]{8,64})$`);
const UNDO = new RegExp(`^undo (${UUID}) ([1-9]\\d{0,6})$`);
const LOGGED = /^([1-9]\d{0,6}) (\d{1,15}) (.+)$/;
const MOST_PRESSES = 1_000_000;

export const writeKey = ({ device, seq }: PressKey): string => `${device} ${seq}`;

/** A press as pages and devices write it: `in <child>`, `out <child> <who or -> <list>`, `undo <device> <number>`. */
export function writePress(press: Press): string {
  if (press.act === 'in') return `in ${press.childId}`;
  if (press.act === 'undo') return `undo ${writeKey(press.undoes)}`;
  return `out ${press.childId} ${press.receivedBy ?? '-'} ${press.list.at}-${press.list.seal}`;
}

/** @returns null for what is no press */
export function readPress(typed: string): Press | null {
  const [, inChild] = IN.exec(typed) ?? [];
  if (inChild) return { act: 'in', childId: inChild };
  const [, device, seq] = UNDO.exec(typed) ?? [];
  if (device)
    return Number(seq) <= MOST_PRESSES ? { act: 'undo', undoes: { device, seq: Number(seq) } } : null;
  const [, childId, receivedBy, at, seal] = OUT.exec(typed) ?? [];
  if (!childId || !seal) return null;
  return {
    ...{ act: 'out', childId, list: { at: Number(at), seal } },
    receivedBy: receivedBy === '-' ? null : (receivedBy ?? null),
  };
}

/** A line of a device's log: its number there, when, and the press. @returns null for anything else */
export function readLogged(line: string): LoggedPress | null {
  const [, seq, at, typed = ''] = LOGGED.exec(line) ?? [];
  const press = readPress(typed);
  return press && Number(seq) <= MOST_PRESSES ? { seq: Number(seq), at: Number(at), press } : null;
}
