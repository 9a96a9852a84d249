import type { VNode } from 'preact';
import { withoutDirections } from '../../japanese/text.ts';
import { EmergencyLine } from '../../modules/safety/index.ts';
import { TIME_ZONE } from '../../platform/languages/formats.tsx';
import { keepDrawn } from '../../platform/languages/keep-drawn.ts';
import { rubyWords, type Say } from '../../platform/languages/messages.tsx';
import { useFormats, useLocale } from '../../platform/languages/reading.tsx';
import {
  type Organization,
  organizationAsWritten,
  organizationName,
} from '../../platform/settings/organization.ts';
import type { Framed } from '../../platform/web/house.ts';
import { type AssetUrls, type MenuLink, Shell, ShellFooter } from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';
import { languagesOf, PageHeader } from './page-header.tsx';

interface Around {
  readonly organization: Organization;
  readonly assets: AssetUrls;
  readonly demonstration: boolean;
}

type Words = Say<Parameters<ReturnType<typeof pageMessages.in>>[0]>;

/** The document around a page: navigation for who is looking, their menu, the languages the page exists in. */
export function frame(page: Framed, around: Around): VNode {
  const { actor } = page;
  const organization = organizationName(around.organization, page.locale);
  return (
    <Shell
      locale={page.locale}
      title={titleOf(page)}
      organization={organization}
      path={page.path}
      assets={around.assets}
      header={
        <PageHeader
          path={page.path}
          actor={actor}
          organization={organizationAsWritten(around.organization, page.locale)}
        />
      }
      footer={<Footer demonstration={around.demonstration} />}
      flashes={
        page.flash
          ? [{ tone: page.flash.tone === 'done' ? 'good' : 'notice', text: rubyWords(page.flash.text) }]
          : []
      }
      languages={languagesOf(page.path)}
      live={actor.personId && !page.answersForm ? '/live' : undefined}
      onPaper={
        <OnPaper
          organization={organization}
          phone={around.organization.phone || 'none'}
          today={dayInTokyo(page.now)}
        />
      }
      found={actor.personId === null ? foundAs(page) : undefined}
      width={WIDE.test(page.path) ? 'wide' : 'narrow'}
    >
      {page.body}
      {page.isDeadEnd && <EmergencyLine />}
    </Shell>
  );
}

/** The pages that whoever looks for help should find by a search. */
const FOUND = { '/': 'home_lead', '/help-now': 'help_now_description' } as const;

function foundAs({ path, locale, origin }: Framed): { description: string; origin: string } | undefined {
  const key = Object.hasOwn(FOUND, path) ? FOUND[path as keyof typeof FOUND] : undefined;
  return key && { description: pageMessages.in(locale).plain(key), origin };
}

/** What has just happened comes first: whoever hears the title hears nothing of the page yet. */
function titleOf({ locale, title: named, isRefused, flash }: Framed): string {
  const words = pageMessages.in(locale);
  const title = withoutDirections(named);
  if (isRefused) return words.plain('title_refused', { title });
  return flash ? words.plain(`title_${flash.tone}`, { title }) : title;
}

const WIDE = /^\/(desk|people(\?|$)|styleguide)/;

const Footer = keepDrawn(function Footer(props: { demonstration: boolean }): VNode {
  const words = pageMessages.in(useLocale());
  return (
    <ShellFooter links={[...footerLinks(words), ...(props.demonstration ? demonstrationLinks(words) : [])]} />
  );
});

const OnPaper = keepDrawn(function OnPaper(props: {
  organization: string;
  phone: string;
  /** As `2026-11-27`. */
  today: string;
}): VNode {
  const words = pageMessages.in(useLocale());
  const { organization, phone, today } = props;
  return (
    <>{words('on_paper', { organization, phone, day: useFormats().day(Temporal.PlainDate.from(today)) })}</>
  );
});

function dayInTokyo(now: Temporal.Instant): string {
  return now.toZonedDateTimeISO(TIME_ZONE).toPlainDate().toString();
}

function footerLinks(words: Words): MenuLink[] {
  return [
    { href: '/about', label: words('about') },
    { href: '/privacy', label: words('privacy') },
  ];
}

function demonstrationLinks(words: Words): MenuLink[] {
  return [
    { href: '/dev/mail', label: words('mailbox') },
    { href: '/styleguide', label: words('styleguide') },
  ];
}
