import type { VNode } from 'preact';
import { type Locale, localeFacts } from '../../platform/languages/locales.ts';
import { hrefIn, ReadIn, useFormats, useLocale, useWords } from '../../platform/languages/reading.tsx';
import type { Coming, ComingOne } from '../../platform/parts/public/coming.ts';
import { freshFor } from '../../platform/web/passage/fresh.ts';
import { get, type Route } from '../../platform/web/route.ts';
import { framableResponse } from '../../platform/web/security.ts';
import { assetUrls, Card, Disclosure, renderDocument } from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';
import { pagesPaths } from '../paths.ts';

const MOST = 5;

interface Shown {
  readonly coming: Coming;
  readonly days: readonly ComingOne[];
}

/** What is to come, as a small document that other sites show within a page of theirs: it runs and sends nothing. */
export const nextDaysRoute = (contributed: readonly Coming[], publicUrl: string | undefined): Route =>
  get({
    path: pagesPaths.nextDays,
    access: 'everyone',
    audit: null,
    async handle({ db, locale, now }) {
      const shown = await Promise.all(
        contributed.map(async (coming) => ({
          coming,
          days: await coming.list(db, { now, locale, most: MOST }),
        })),
      );
      const html = renderDocument(<Frame {...{ shown, locale }} origin={publicUrl ?? ''} />);
      return { kind: 'response', response: framableResponse(html, freshFor(now)) };
    },
  });

interface FrameProps {
  readonly shown: readonly Shown[];
  readonly locale: Locale;
  readonly origin: string;
}

function Frame({ shown, locale, origin }: FrameProps): VNode {
  const { tag, direction } = localeFacts[locale];
  return (
    <ReadIn locale={locale}>
      <html lang={tag} dir={direction} data-locale={locale} data-density="compact">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{pageMessages.in(locale).plain('next_days_title')}</title>
          <link rel="stylesheet" href={assetUrls().css} />
          <meta name="color-scheme" content="light dark" />
          <meta name="robots" content="noindex" />
        </head>
        <body>
          <main class="stack">
            {shown.map((one) => (
              <Days {...one} origin={origin} />
            ))}
          </main>
        </body>
      </html>
    </ReadIn>
  );
}

function Days({ coming, days, origin }: Shown & Pick<FrameProps, 'origin'>): VNode {
  const t = useWords(pageMessages);
  const { dayTime } = useFormats();
  const locale = useLocale();
  const at = (path: string) => origin + hrefIn(locale, path);
  return (
    <Card title={coming.title(locale)} level={2}>
      {days.length === 0 && <p>{t('next_days_none')}</p>}
      <ul class="stack">
        {days.map(({ at: when, title, tag, href }) => (
          <li>
            <a href={at(href)} target="_top" lang={tag === localeFacts[locale].tag ? undefined : tag}>
              {title}
            </a>
            <p class="quiet">{dayTime(when)}</p>
          </li>
        ))}
      </ul>
      <p>
        <a href={at(coming.all.href)} target="_top">
          {coming.all.label(locale)}
        </a>
      </p>
    </Card>
  );
}

/** How another site shows it: a line to copy. */
export function ShowElsewhere({ origin }: { readonly origin: string }): VNode {
  const t = useWords(pageMessages);
  const locale = useLocale();
  const title = pageMessages.in(locale).plain('next_days_title');
  const source = origin + hrefIn(locale, pagesPaths.nextDays());
  return (
    <Disclosure summary={t('next_days_elsewhere')}>
      <p>{t('next_days_elsewhere_text')}</p>
      <p>
        <code class="copyable">{`<iframe src="${source}" title="${title}" width="360" height="420"></iframe>`}</code>
      </p>
    </Disclosure>
  );
}
