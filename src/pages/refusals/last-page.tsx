import { EmergencyLine } from '../../modules/safety/index.ts';
import { drawDocument } from '../../platform/languages/draw.ts';
import { LOCALES, localeFacts } from '../../platform/languages/locales.ts';
import { ReadIn } from '../../platform/languages/reading.tsx';
import { pageMessages } from '../pages.ts';

/** For when nothing else can be drawn: that it is our fault, and whom to call in danger, in every language. It needs no other file. */
export function drawLastPage(): string {
  return drawDocument(
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{pageMessages.in('ja').plain('broken_title')}</title>
      </head>
      <body>
        {LOCALES.map((locale) => (
          <ReadIn locale={locale}>
            <section lang={localeFacts[locale].tag}>
              <h2>{pageMessages.in(locale)('broken_title')}</h2>
              <EmergencyLine />
            </section>
          </ReadIn>
        ))}
      </body>
    </html>,
    'ja',
  );
}
