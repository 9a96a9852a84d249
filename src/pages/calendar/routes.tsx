import type { VNode } from 'preact';
import { z } from 'zod';
import { calendarFeed } from '../../kits/slots/index.ts';
import {
  endCalendar,
  findActor,
  findCalendarOwner,
  findCalendarToken,
  renewCalendar,
} from '../../modules/people/index.ts';
import { housePaths } from '../../platform/addresses/paths.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import { hrefIn, useWords } from '../../platform/languages/reading.tsx';
import type { Module } from '../../platform/module.ts';
import { type InCalendar, lookAhead } from '../../platform/parts/ahead.ts';
import { ownId } from '../../platform/permissions.ts';
import { get, missing, page, post, type Route, redirect } from '../../platform/web/route.ts';
import { ActionForm, Actions, Heading, Notice, PageHead } from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';
import { pagesPaths } from '../paths.ts';

/** Calendars look a few times a day; whoever guesses is slowed down. */
const LIMIT = { by: 'address', tries: 120, minutes: 60 } as const;

/**
 * When somebody is expected, for the calendar on their phone: by a secret address, which they renew or end. It says the time and
 * nothing else; everybody who sees that calendar reads the same words for a visit, a class and an event.
 */
export function calendarRoutes(
  modules: readonly Pick<Module, 'ahead'>[],
  publicUrl: string,
): readonly Route[] {
  const aheads = modules.flatMap(({ ahead }) => ahead ?? []);
  const urlOf = (token: string, locale: Locale) =>
    new URL(hrefIn(locale, pagesPaths.calendarFeed({ token })), publicUrl).href;
  return [
    get({
      path: pagesPaths.calendar,
      access: 'person',
      audit: null,
      async handle({ db, actor, locale }) {
        const token = await findCalendarToken(db, ownId({ actor }));
        const title = pageMessages.in(locale).plain('calendar_title');
        return { ...page(title, <CalendarPage url={token && urlOf(token, locale)} />), isShownOnce: true };
      },
    }),
    post({
      path: pagesPaths.calendar,
      access: 'person',
      audit: 'people.calendar.renewed',
      form: z.object({}),
      async handle({ db, actor, now, locale, audit }) {
        await renewCalendar(db, ownId({ actor }), now);
        await audit({ subjectIds: [ownId({ actor })] });
        const text = pageMessages.in(locale).noted('calendar_is_made');
        return redirect(pagesPaths.calendar(), { tone: 'done', text });
      },
    }),
    post({
      path: pagesPaths.calendarEnd,
      access: 'person',
      audit: 'people.calendar.ended',
      form: z.object({}),
      async handle({ db, actor, locale, audit }) {
        await endCalendar(db, ownId({ actor }));
        await audit({ subjectIds: [ownId({ actor })] });
        const text = pageMessages.in(locale).noted('calendar_is_ended');
        return redirect(pagesPaths.calendar(), { tone: 'done', text });
      },
    }),
    get({
      path: pagesPaths.calendarFeed,
      access: 'everyone',
      audit: null,
      limit: LIMIT,
      async handle({ db, params, now }) {
        const personId = await findCalendarOwner(db, params.token);
        const person = personId && (await findActor(db, personId, now));
        if (!person) return missing();
        const { roles } = person;
        const locale = person.locale ?? 'ja';
        const { items } = await lookAhead(aheads, db, { personId, roles, now, locale });
        const t = pageMessages.in(locale);
        const url = new URL(hrefIn(locale, housePaths.me()), publicUrl).href;
        const title = t.plain('calendar_entry');
        const appointments = items
          .flatMap(({ inCalendar }) => inCalendar ?? [])
          .map((one: InCalendar) => ({ ...one, sequence: 0, title, details: { url, area: null } }));
        const feed = calendarFeed('Otonari', { name: t.plain('calendar_name'), appointments }, now);
        return { ...feed, headers: new Headers({ 'cache-control': 'private, no-store' }) };
      },
    }),
  ];
}

function CalendarPage({ url }: { readonly url: string | null }): VNode {
  const t = useWords(pageMessages);
  return (
    <>
      <PageHead
        title={t('calendar_title')}
        lead={t('calendar_lead')}
        back={{ href: housePaths.me(), label: t('my_page') }}
      />
      {url === null ? (
        <ActionForm action={pagesPaths.calendar()} kind="main">
          {t('calendar_make')}
        </ActionForm>
      ) : (
        <>
          <section>
            <Heading level={2}>{t('calendar_address')}</Heading>
            <p>
              <code>{url}</code>
            </p>
            <p>{t('calendar_address_hint')}</p>
          </section>
          <Notice tone="notice">{t('calendar_secret')}</Notice>
          <Actions>
            <ActionForm action={pagesPaths.calendar()} confirm={t('calendar_renew_text')}>
              {t('calendar_renew')}
            </ActionForm>
            <ActionForm action={pagesPaths.calendarEnd()} confirm={t('calendar_end_text')} kind="danger">
              {t('calendar_end')}
            </ActionForm>
          </Actions>
        </>
      )}
    </>
  );
}
