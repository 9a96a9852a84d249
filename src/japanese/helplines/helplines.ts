import rows from '../data/helplines.json' with { type: 'json' };

/** What a line is for; the words for it stand in the catalogs of the screens that show it. */
type HelplinePurpose =
  | 'fire_ambulance'
  | 'police'
  | 'coast_guard'
  | 'disaster_message'
  | 'ambulance_unsure'
  | 'sexual_crime_police'
  | 'sexual_violence_onestop'
  | 'dv_plus'
  | 'child_abuse'
  | 'any_worry'
  | 'police_consult'
  | 'consumer'
  | 'fresc'
  | 'legal_information'
  | 'labor'
  | 'human_rights'
  | 'hospital_search'
  | 'medical_information'
  | 'ward_desk'
  | 'child_illness'
  | 'dv_navi'
  | 'immigration_information'
  | 'tokyo_multilingual_navi'
  | 'english_listening'
  | 'loneliness';

/** When somebody answers, Asia/Tokyo. `null` in a weekly row: the source did not say. */
type HelplineHours =
  | { kind: 'always' }
  /** ISO weekdays (1 is Monday), times as HH:MM, the closure as MM-DD with both ends. */
  | {
      kind: 'weekly';
      weekdays: readonly number[];
      from: string | null;
      to: string | null;
      yearly_closure: { from: string; to: string } | null;
    }
  /** The local center that answers has its own hours. */
  | { kind: 'by_place' }
  | { kind: 'in_disasters' }
  | { kind: 'unknown' };

export type Helpline = {
  /** As printed, and as dialed in a `tel:` address (percent-encode the #). */
  number: string;
  tel: string;
  purpose: HelplinePurpose;
  /** now: the two that anybody in danger calls; soon: today, also at night; advice: in office hours. */
  group: 'now' | 'soon' | 'advice';
  /** Where it is for: all of Japan, Tokyo, or a municipality by its JIS code. */
  area: string;
  hours: HelplineHours;
  /** BCP 47 tags that the source names; empty when it only gives a count, or nothing. */
  languages: readonly string[];
  language_count: number | null;
  has_interpreters: boolean;
  chat_languages: readonly string[];
  /** What to press after the recorded voice for languages that differ by day; null where there is no such choice. */
  key_for_languages: string | null;
  /** `null`: the source did not say. */
  is_free: boolean | null;
  number_from_abroad: string | null;
  /** The page it was read on, as noted then; `null` where the note is lost. */
  source: string | null;
  collected_on: string;
  /** The day on which a person of the organization called and found it right. */
  verified_on: string | null;
  /** Written from memory, or the sources disagree: not to be published before somebody has called. */
  verify: boolean;
};

const FRESH_DAYS = 180;
const HELPLINES = rows as readonly Helpline[];

/** The lines that may be published, the most urgent first. */
export function listHelplines(): readonly Helpline[] {
  return HELPLINES.filter(({ verify }) => !verify);
}

/** The lines that somebody must call before they are published. */
export function listHelplinesToVerify(): readonly Helpline[] {
  return HELPLINES.filter(({ verify }) => verify);
}

/**
 * Whether "call to check" must stand beside a line: never confirmed at all, or last confirmed (for rows as
 * delivered: collected) more than 180 days before `today`.
 */
export function needsCheck(
  helpline: Pick<Helpline, 'verify' | 'verified_on' | 'collected_on'>,
  today: Temporal.PlainDate,
): boolean {
  const known = Temporal.PlainDate.from(helpline.verified_on ?? helpline.collected_on);
  if (helpline.verify && !helpline.verified_on) return true;
  return known.until(today, { largestUnit: 'day' }).days > FRESH_DAYS;
}
