import { isPrintable, type Paper, printedIn } from '../../../kits/papers/index.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import type { CalledFor } from '../../../platform/parts/public/campaigns.ts';
import { plainLanguageName } from '../../people/index.ts';
import { paragraphsOf, plainly, titleOf, wordsOf } from '../open/words.ts';
import type { Event, EventLanguage } from '../types.ts';
import { eventsMessages } from '../words.ts';

/** Whether there is one for a reader: the font that prints it has no emoji, no hangul, no simplified Chinese. */
export function hasPosterIn(
  event: Event,
  languages: readonly EventLanguage[],
  about: { readonly locale: Locale; readonly campaign: CalledFor | null },
): boolean {
  const { campaign } = about;
  const locale = printedIn(about.locale);
  return isPrintable(posterOf(event, languages, { locale, campaign, address: '', organization: '' }));
}

/** A sheet for a wall: what it is, when and whereabouts, for whom, and a code that leads to its page. */
export function posterOf(
  event: Event,
  languages: readonly EventLanguage[],
  about: {
    readonly locale: Locale;
    readonly address: string;
    readonly organization: string;
    readonly campaign: CalledFor | null;
  },
): Paper {
  const { locale, address, organization, campaign } = about;
  const t = eventsMessages.in(locale);
  const { plain, list, yen } = formatsIn(locale);
  const isOpen = event.state === 'postponed';
  const { words, language } = wordsOf(event, locale);
  const say = (text: string) => plainly(text, language);
  const named = (kind: EventLanguage['kind']) =>
    languages.filter((one) => one.kind === kind).map((one) => plainLanguageName(one.language, locale));
  const fact = (label: Parameters<typeof t.plain>[0], value: string) =>
    value === '' ? [] : [[t.plain(label), value] as const];
  return {
    title: titleOf(event, locale),
    language: localeFacts[locale].tag,
    isPoster: true,
    parts: [
      {
        facts: [
          ...fact(
            'event_when',
            isOpen ? t.plain('event_day_is_open') : plain.span(event.startsAt, event.endsAt),
          ),
          ...fact('event_where', event.isOnline ? t.plain('event_online') : say(words.area)),
          ...fact('event_audience', t.plain(`audience_${event.audience}`)),
          ...fact('event_talk', list(named('talk'))),
          ...fact('event_interpretation', list(named('interpretation'))),
          ...fact('event_fee', event.feeJpy > 0 ? yen(event.feeJpy) : t.plain('event_free')),
          ...fact('event_bring', say(words.bring)),
          ...fact('event_campaign', campaign ? campaign.title.plain(locale) : ''),
        ],
      },
      ...paragraphsOf(words.text).map((text) => ({ text: say(text) })),
      { qr: address, beside: `${t.plain('event_scan')}\n\n${address}` },
    ],
    foot: organization,
  };
}
