import type { VNode } from 'preact';
import { drawDocument } from '../../../platform/languages/draw.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import type { Params } from '../../../platform/languages/messages.tsx';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { Mail } from '../../../platform/mail/mailer.ts';
import type { Donor } from '../donors/store.ts';
import { type GivingKey, givingMessages } from '../words.ts';
import type { Batch } from './types.ts';

/** What a letter is written from: of deeds only whole batches, so that there is nothing nearer to say. */
export interface DeedsLetter {
  readonly donor: Pick<Donor, 'kind' | 'name' | 'locale'> & { readonly email: string };
  readonly batches: readonly Batch[];
  readonly organization: { readonly name: string; readonly email: string };
}

/** Writes what the gifts of somebody were part of, in their language: kinds, numbers and months, no names and no places. */
export function writeLetter(letter: DeedsLetter): Mail {
  const { donor, organization } = letter;
  const words = givingMessages.in(donor.locale);
  return {
    to: donor.email,
    subject: words.plain('deeds_subject', { organization: organization.name }),
    text: [
      ...paragraphsOf(letter).map(([says, params]) => words.plain(says, params)),
      organization.name,
      '',
    ].join('\n\n'),
    html: drawDocument(<LetterPage letter={letter} />, donor.locale),
    language: localeFacts[donor.locale].tag,
  };
}

function paragraphsOf({
  donor,
  batches,
  organization,
}: DeedsLetter): readonly (readonly [GivingKey, Params])[] {
  return [
    [donor.kind === 'organization' ? 'thanks_dear_organization' : 'thanks_dear', { name: donor.name }],
    ['deeds_lead', {}],
    ...batches.map((batch) => [`deeds_${batch.kind}`, paramsOf(batch, donor.locale)] as const),
    ['deeds_why_so', {}],
    ['thanks_turn_to', { email: organization.email }],
  ];
}

function paramsOf({ deeds, from, to, cost }: Batch, locale: Locale): Params {
  const span = from.equals(to) ? 'one' : 'several';
  const [first, last] = [monthIn(locale, from), monthIn(locale, to)];
  return { count: deeds, span, from: first, to: last, cost: formatsIn(locale).yen(Math.round(cost / deeds)) };
}

function monthIn(locale: Locale, day: Temporal.PlainDate): string {
  const month = locale === 'en' ? day.toLocaleString('en', { month: 'long' }) : String(day.month);
  return givingMessages.in(locale).plain('deeds_month', { year: String(day.year), month });
}

function LetterPage({ letter }: { readonly letter: DeedsLetter }): VNode {
  const t = useWords(givingMessages);
  return (
    <html lang={localeFacts[letter.donor.locale].tag}>
      <body>
        {paragraphsOf(letter).map(([says, params]) => (
          <p>{t(says, params)}</p>
        ))}
        <p>{letter.organization.name}</p>
      </body>
    </html>
  );
}
