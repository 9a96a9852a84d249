import type { VNode } from 'preact';
import { TIME_ZONE } from '../platform/languages/formats.tsx';
import { keepDrawn } from '../platform/languages/keep-drawn.ts';
import { type Locale, localeFacts } from '../platform/languages/locales.ts';
import { rubyWords, type Say } from '../platform/languages/messages.tsx';
import { useFormats, useLocale } from '../platform/languages/reading.tsx';
import type { Role } from '../platform/permissions.ts';
import { type Organization, organizationName } from '../platform/settings/organization.ts';
import type { Framed } from '../platform/web/house.ts';
import { ActionForm, type AssetUrls, type MenuLink, Shell, ShellFooter, ShellHeader } from '../ui/index.ts';
import { pageMessages } from './pages.ts';

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
      title={page.title}
      organization={organization}
      path={page.path}
      assets={around.assets}
      header={<Header {...headerOf(page)} organization={organization} />}
      footer={<Footer demonstration={around.demonstration} />}
      flashes={
        page.flash
          ? [{ tone: page.flash.tone === 'done' ? 'good' : 'notice', text: rubyWords(page.flash.text) }]
          : []
      }
      languages={languagesOf(page.path)}
      live={actor.personId ? '/live' : undefined}
      onPaper={
        <OnPaper
          organization={organization}
          phone={around.organization.phone || 'none'}
          today={dayInTokyo(page.now)}
        />
      }
      indexed={actor.personId === null && page.path === '/'}
      width={WIDE.test(page.path) ? 'wide' : 'narrow'}
    >
      {page.body}
    </Shell>
  );
}

const WIDE = /^\/(desk|people(\?|$)|styleguide)/;
const STAFF = /^\/(desk|people|trust|helplines|settings)/;

/** Staff screens exist in two languages; everything else in all. */
function languagesOf(path: string): readonly Locale[] | undefined {
  return STAFF.test(path) ? [localeFacts.ja.staff, localeFacts.en.staff] : undefined;
}

/** What the header shows, and whom it depends on. */
interface HeaderFacts {
  readonly path: string;
  readonly organization: string;
  /** Null when nobody is signed in. */
  readonly name: string | null;
  readonly roles: readonly Role[];
  readonly unread: number;
}

function headerOf({ path, actor }: Framed): Omit<HeaderFacts, 'organization'> {
  const { personId, name, roles, unread = 0 } = actor;
  return { path, name: personId === null ? null : name, roles: [...roles], unread };
}

const Header = keepDrawn(function Header(props: HeaderFacts): VNode {
  const words = pageMessages.in(useLocale());
  const { organization, path, name } = props;
  return (
    <ShellHeader
      organization={organization}
      path={path}
      languages={languagesOf(path)}
      navigation={name === null ? [] : navigationFor(props, words)}
      person={
        name === null ? undefined : { name, links: ownLinks(words), signOut: <SignOut words={words} /> }
      }
      signInHref={name === null ? '/sign-in' : undefined}
    />
  );
});

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

function navigationFor({ path, roles, unread: count }: HeaderFacts, words: Words): MenuLink[] {
  const here = path.split('?')[0];
  const link = ([href, key]: readonly [string, PageKey]): MenuLink => ({
    href,
    label: words(key),
    current: here === href,
  });
  const waiting = { count, words: words.plain('inbox_waiting', { count }) };
  return [
    ...new Map(NAVIGATION.filter(({ role }) => roles.includes(role)).flatMap(({ links }) => links))
      .entries()
      .map(link),
    { ...link(['/inbox', 'inbox']), waiting },
  ];
}

type PageKey = Parameters<Words>[0];

/** Where each role's work is; somebody with several has all of it. */
const NAVIGATION: readonly { role: Role; links: readonly (readonly [string, PageKey])[] }[] = [
  {
    role: 'coordinator',
    links: [
      ['/desk', 'desk'],
      ['/desk/visits', 'todays_visits'],
      ['/people', 'people'],
      ['/trust/applications', 'applications'],
      ['/trust/concerns', 'concerns'],
    ],
  },
  {
    role: 'administrator',
    links: [
      ['/people', 'people'],
      ['/settings', 'settings'],
    ],
  },
  { role: 'resident', links: [['/spot/requests', 'my_requests']] },
  {
    role: 'volunteer',
    links: [
      ['/spot/offers', 'offers'],
      ['/spot/visits', 'visits'],
    ],
  },
];

function ownLinks(words: Words): MenuLink[] {
  return [
    { href: '/me', label: words('my_page') },
    { href: '/me/profile', label: words('profile') },
    { href: '/me/record', label: words('my_record') },
    { href: '/sessions', label: words('sessions') },
  ];
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

function SignOut(props: { words: Words }): VNode {
  return (
    <ActionForm action="/sign-out" kind="quiet">
      {props.words('sign_out')}
    </ActionForm>
  );
}
