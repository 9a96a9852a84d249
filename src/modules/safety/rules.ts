import { needsCheck } from '../../japanese/helplines/helplines.ts';
import { patternsOf, subjectsOf } from '../../platform/languages/words-of.ts';
import dangerWords from './data/danger-words.json' with { type: 'json' };
import type { CheckedHelpline, Danger, OwnLine, ShownHelpline } from './types.ts';

const patterns = patternsOf<Danger>(dangerWords);

/**
 * The dangers a text speaks of, in any of our four languages, whatever language the writer was reading in. Finds too
 * much rather than too little: what follows is only that the emergency numbers are shown once more.
 */
export const findDangers = (text: string): Danger[] => subjectsOf(text, patterns);

/** The same words for a browser: sources of regular expressions for a text in NFKC and small letters. */
export const DANGER_PATTERNS: readonly string[] = patterns.map(({ pattern }) => pattern.source);

interface Check {
  readonly number: string;
  readonly verifiedOn: Temporal.PlainDate | null;
  readonly isHidden: boolean;
}

/** Whoever calls these to see whether they are right keeps somebody from being helped. */
const NEVER_CALLED_TO_CHECK = ['119', '110', '118'];

export function mayBeCalledToCheck(number: string): boolean {
  return !NEVER_CALLED_TO_CHECK.includes(dialed(number));
}

/** Whoever is in danger needs these two before any word; they are always there, as they are. */
export const FIRST_NUMBERS = [
  { number: '119', purpose: 'purpose_fire_ambulance' },
  { number: '110', purpose: 'purpose_police' },
] as const;

export function mayBeChanged(number: string): boolean {
  return FIRST_NUMBERS.every((first) => first.number !== dialed(number));
}

/** What a telephone sends of a printed number. However it is printed, two numbers are one when these are the same. */
export function dialed(number: string): string {
  return number.replaceAll(/[^#*\d]/g, '');
}

/** Until when a line answers that closes at a time of the clock; midnight is the end of the day on which it opened. */
export function closing(opensAt: string, closesAt: string): { time: string; isNextDay: boolean } {
  const time = closesAt === '00:00' ? '24:00' : closesAt;
  return { time, isNextDay: time <= opensAt };
}

/** Helplines with what was found when they were called. */
export function withChecks(
  helplines: readonly { readonly helpline: ShownHelpline; readonly own: OwnLine | null }[],
  checks: readonly Check[],
  today: Temporal.PlainDate,
): CheckedHelpline[] {
  const byNumber = new Map(checks.map((check) => [check.number, check]));
  return helplines.map(({ helpline, own }) => {
    const check = byNumber.get(helpline.number);
    const verifiedOn = check?.verifiedOn ?? null;
    const known = { ...helpline, verified_on: verifiedOn?.toString() ?? helpline.verified_on };
    return {
      helpline,
      own,
      verifiedOn,
      isHidden: check?.isHidden ?? false,
      needsCheck: mayBeCalledToCheck(helpline.number) && needsCheck(known, today),
    };
  });
}

/** Whether the public may see a line: not hidden, and not from memory alone. */
export function mayBePublished(line: CheckedHelpline): boolean {
  return !line.isHidden && !waitsForCall(line);
}

/** Whether a line from memory has yet to be called before anybody sees it, as it is or as it was changed since. */
export function waitsForCall({ helpline, verifiedOn }: CheckedHelpline): boolean {
  return helpline.verify && verifiedOn === null;
}

/** Which line helps first with a danger; shown above all others. */
export const FIRST_LINES: Readonly<Record<Danger, readonly string[]>> = {
  medical: ['119', '#7119'],
  fire: ['119'],
  violence: ['110', '0120-279-889'],
  suicide: ['0120-279-338', '119'],
  child: ['189', '110', '119'],
  sexual_violence: ['#8891', '110'],
};

/** By how soon they help: a life is in danger, today, in office hours. */
export const HELPLINE_GROUPS = ['now', 'soon', 'advice'] as const;

/** Lines for the same thing in the same place, told on one card. */
export interface HelplineCard extends Pick<ShownHelpline, 'group' | 'purpose' | 'area'> {
  readonly lines: readonly CheckedHelpline[];
}

/**
 * Lines as a reader wants them: one card for each purpose and place, with the line in the reader's language first.
 * What can't wait keeps its order; of the advice, what answers in the reader's language comes first.
 * @param language the reader's, as BCP 47 without script or region
 */
export function arrangeHelplines(lines: readonly CheckedHelpline[], language: string): HelplineCard[] {
  const speaks = (line: CheckedHelpline) => line.helpline.languages.includes(language);
  const place = (line: CheckedHelpline) => (speaks(line) ? 0 : 1);
  const byCard = Map.groupBy(lines, ({ helpline }) => `${helpline.purpose} ${helpline.area}`);
  const cards = [...byCard.values()].flatMap((own): HelplineCard[] => {
    const helpline = own[0]?.helpline;
    if (!helpline) return [];
    const { group, purpose, area } = helpline;
    return [{ group, purpose, area, lines: own.toSorted((a, b) => place(a) - place(b)) }];
  });
  const waits = ({ group, lines: own }: HelplineCard) => (group !== 'advice' || own.some(speaks) ? 0 : 1);
  return cards.toSorted((a, b) => waits(a) - waits(b));
}
