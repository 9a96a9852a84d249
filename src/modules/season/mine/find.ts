import { hoursSetting, whyClosed } from '../../../kits/slots/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { rememberedSetting } from '../../../platform/settings/settings.ts';
import { dayInJapan, findPerson, listMeetingProfiles } from '../../people/index.ts';
import { listPublicHelplines } from '../../safety/index.ts';
import { answersOn, areOfficesOpen } from '../rules/answering.ts';
import { daysAllShut, talksIn } from '../rules/cover.ts';
import { daysLeft, daysOf } from '../rules/days.ts';
import { listVerifiedOpenings } from '../store/openings.ts';
import { findSupports } from '../store/supports.ts';
import { KINDS, type NamedSupport, type Season, type SupportKind, type Supports } from '../types.ts';

/** Finding a hospital is no company for whoever has nobody to ask. */
const NO_SUPPORT = ['hospital_search'];

/** One on whom somebody counts, with the days on which it is there. */
export interface SupportDays {
  readonly of: SupportKind | NamedSupport;
  readonly open: ReadonlySet<string>;
}

export interface OwnDays {
  readonly supports: readonly SupportDays[];
  /** ISO days still to come on which all of them are shut. */
  readonly allShut: readonly string[];
  readonly languages: readonly string[];
  readonly municipalityCode: string | null;
}

/** Until somebody has said on whom they count. */
export const USUAL: Supports = { kinds: KINDS, named: [] };

interface Asked {
  readonly personId: string;
  readonly season: Season;
  readonly now: Temporal.Instant;
}

/** From somebody's own settings (language, ward, whom they have named): the days on which nobody of these is there. */
export async function findOwnDays(db: Database, { personId, season, now }: Asked): Promise<OwnDays> {
  const days = daysOf(season);
  const profile = (await listMeetingProfiles(db, [personId])).get(personId);
  const languages = profile ? talksIn(profile) : ['ja'];
  const municipalityCode = (await findPerson(db, personId))?.municipalityCode ?? null;
  const { kinds, named } = (await findSupports(db, personId)) ?? USUAL;
  const lines = (await listPublicHelplines(db, now)).filter(
    ({ helpline }) =>
      helpline.group === 'advice' &&
      !NO_SUPPORT.includes(helpline.purpose) &&
      languages.some((language) => helpline.languages.includes(language)),
  );
  const hours = await rememberedSetting(db, hoursSetting);
  const openings = (await listVerifiedOpenings(db, season)).filter(
    (opening) => opening.municipalityCode === municipalityCode,
  );
  const isOpen: Readonly<Record<SupportKind, (day: Temporal.PlainDate) => boolean>> = {
    ward: (day) => areOfficesOpen(day) || openings.some(({ onDay }) => onDay.equals(day)),
    us: (day) => whyClosed(day, hours) === null,
    lines: (day) => lines.some(({ helpline }) => answersOn(helpline.hours, day) === 'open'),
  };
  const open = (is: (day: Temporal.PlainDate) => boolean) => new Set(days.filter(is).map(String));
  const supports: SupportDays[] = [
    ...kinds.map((kind) => ({ of: kind, open: open(isOpen[kind]) })),
    ...named.map((one) => ({
      of: one,
      open: open((day) => `${day}` < one.shutFrom || `${day}` > one.shutUntil),
    })),
  ];
  const allShut = daysAllShut(
    daysLeft(season, dayInJapan(now)).map(String),
    supports.map((one) => one.open),
  );
  return { supports, allShut, languages, municipalityCode };
}
