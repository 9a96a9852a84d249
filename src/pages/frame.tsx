import type { VNode } from 'preact';
import { formatsIn } from '../platform/languages/formats.tsx';
import { type Locale, localeFacts } from '../platform/languages/locales.ts';
import { rubyWords, type Say } from '../platform/languages/messages.tsx';
import type { Role } from '../platform/permissions.ts';
import { type Organization, organizationName } from '../platform/settings/organization.ts';
import type { Framed } from '../platform/web/house.ts';
import { ActionForm, type AssetUrls, type MenuLink, Shell } from '../ui/index.ts';
import { pageMessages } from './pages.ts';

interface Around {
  readonly organization: Organization;
  readonly assets: AssetUrls;
  readonly demonstration: boolean;
}

type Words = Say<Parameters<ReturnType<typeof pageMessages.in>>[0]>;

/** The document around a page: navigation for who is looking, their menu, the languages the page exists in. */
export function frame(page: Framed, around: Around): VNode {
  const words = pageMessages.in(page.locale);
  const { actor } = page;
  return (
    <Shell
      locale={page.locale}
      title={page.title}
      organization={organizationName(around.organization, page.locale)}
      path={page.path}
      assets={around.assets}
      navigation={navigationFor(page, words)}
      person={
        actor.personId
          ? { name: actor.name, links: ownLinks(words), signOut: <SignOut words={words} /> }
          : undefined
      }
      signInHref={actor.personId ? undefined : '/sign-in'}
      flashes={
        page.flash
          ? [{ tone: page.flash.tone === 'done' ? 'good' : 'notice', text: rubyWords(page.flash.text) }]
          : []
      }
      languages={languagesOf(page.path)}
      live={actor.personId ? '/live' : undefined}
      footerLinks={[...footerLinks(words), ...(around.demonstration ? demonstrationLinks(words) : [])]}
      onPaper={words('on_paper', {
        organization: organizationName(around.organization, page.locale),
        phone: around.organization.phone || 'none',
        day: formatsIn(page.locale).day(page.now),
      })}
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

function navigationFor(page: Framed, words: Words): MenuLink[] {
  const { roles, personId } = page.actor;
  if (!personId) return [];
  const here = page.path.split('?')[0];
  const link = ([href, key]: readonly [string, PageKey]): MenuLink => ({
    href,
    label: words(key),
    current: here === href,
  });
  const count = page.actor.unread ?? 0;
  const waiting = { count, words: words.plain('inbox_waiting', { count }) };
  return [
    ...new Map(NAVIGATION.filter(({ role }) => roles.has(role)).flatMap(({ links }) => links))
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
