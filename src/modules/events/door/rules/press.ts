import { isWellFormed, withoutTurns } from '../../../../japanese/text.ts';

/** By which a device knows one of its presses again. */
export interface PressKey {
  readonly device: string;
  readonly seq: number;
}

/** What somebody at the door presses. */
export type Press =
  | { readonly act: 'here'; readonly registrationId: string; readonly place: number }
  | {
      readonly act: 'walk_in';
      readonly adults: number;
      readonly children: number;
      readonly language: string | null;
      readonly name: string | null;
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
const HERE = new RegExp(`^here (${UUID}) ([1-9]|1\\d|20)$`);
const UNDO = new RegExp(`^undo (${UUID}) ([1-9]\\d{0,6})$`);
const WALK_IN = /^walk_in (\d{1,2}) (\d{1,2}) ([a-z]{2,3}|-)(?: (.{1,200}))?$/u;
const LOGGED = /^([1-9]\d{0,6}) (\d{1,15}) (.+)$/u;
const MOST_AT_ONCE = 50;
const MOST_PRESSES = 1_000_000;

/** A press as pages and devices write it: `here <registration> <place>`. */
export function writePress(press: Press): string {
  if (press.act === 'here') return `here ${press.registrationId} ${press.place}`;
  if (press.act === 'undo') return `undo ${writeKey(press.undoes)}`;
  const { adults, children, language, name } = press;
  return `walk_in ${adults} ${children} ${language ?? '-'}${name === null ? '' : ` ${name}`}`;
}

export const writeKey = ({ device, seq }: PressKey): string => `${device} ${seq}`;

/** @returns null for what is no press */
export function readPress(typed: string): Press | null {
  const [, registrationId, place] = HERE.exec(typed) ?? [];
  if (registrationId) return { act: 'here', registrationId, place: Number(place) };
  const [, device, seq] = UNDO.exec(typed) ?? [];
  if (device)
    return Number(seq) <= MOST_PRESSES ? { act: 'undo', undoes: { device, seq: Number(seq) } } : null;
  const [isWalkIn, adults, children, language, name] = WALK_IN.exec(typed) ?? [];
  if (isWalkIn === undefined || !isWellFormed(typed)) return null;
  const counts = [Number(adults), Number(children)] as const;
  if (counts.some((count) => count > MOST_AT_ONCE) || counts[0] + counts[1] === 0) return null;
  return {
    act: 'walk_in',
    ...{ adults: counts[0], children: counts[1] },
    language: language === '-' ? null : (language ?? null),
    name:
      withoutTurns(name ?? '')
        .trim()
        .normalize('NFC') || null,
  };
}

/** A line of a device's log: its number there, when, and the press. @returns null for anything else */
export function readLogged(line: string): LoggedPress | null {
  const [, seq, at, typed = ''] = LOGGED.exec(line) ?? [];
  const press = readPress(typed);
  return press && Number(seq) <= MOST_PRESSES ? { seq: Number(seq), at: Number(at), press } : null;
}
