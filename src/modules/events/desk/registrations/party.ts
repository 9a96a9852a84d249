import type { Locale } from '../../../../platform/languages/locales.ts';
import { plainLanguageName } from '../../../people/index.ts';
import type { Attendee } from '../../types.ts';
import { eventsMessages, eventsStaffMessages } from '../../words.ts';

/** Who comes with a registration, in a line. */
export function sayParty(party: readonly Attendee[], locale: Locale): string {
  const t = eventsMessages.in(locale);
  const ages = party.flatMap(({ age }) => age ?? []);
  const adults = party.length - ages.length;
  return ages.length === 0
    ? t.plain('own_adults', { count: adults })
    : t.plain('own_family', { adults, children: ages.length, ages: ages.join(', ') });
}

/** What of them takes a seat of its own kind: places to craft, an interpretation. Nothing for most. */
export function sayExtras(party: readonly Attendee[], locale: Locale): string {
  const t = eventsStaffMessages.in(locale);
  const crafts = party.filter((one) => one.crafts).length;
  const spoken = Map.groupBy(
    party.flatMap(({ interpretation }) => interpretation ?? []),
    (one) => one,
  );
  return [
    ...(crafts > 0 ? [t.plain('party_crafts', { count: crafts })] : []),
    ...[...spoken].map(([language, all]) =>
      t.plain('party_interpretation', { language: plainLanguageName(language, locale), count: all.length }),
    ),
  ].join(' · ');
}
