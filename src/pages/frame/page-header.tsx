import type { VNode } from 'preact';
import { callName } from '../../modules/people/index.ts';
import { keepDrawn } from '../../platform/languages/keep-drawn.ts';
import { type Locale, localeFacts } from '../../platform/languages/locales.ts';
import type { Say } from '../../platform/languages/messages.tsx';
import { useLocale } from '../../platform/languages/reading.tsx';
import type { Actor, Role } from '../../platform/permissions.ts';
import {
  ActionForm,
  type MenuLink,
  Navigation,
  PersonMenu,
  ShellHeader,
  SignInLink,
} from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';

type Words = Say<PageKey>;
type PageKey = Parameters<ReturnType<typeof pageMessages.in>>[0];

const STAFF = /^\/(desk|people|trust|helplines|settings)/;

/** Staff screens exist in two languages; everything else in all. */
export function languagesOf(path: string): readonly Locale[] | undefined {
  return STAFF.test(path) ? [localeFacts.ja.staff, localeFacts.en.staff] : undefined;
}

/** Their own name, in a script that the page's language can be read with where they have told one. */
function ownName({ name, otherNames }: Actor, locale: Locale): string {
  if (!otherNames) return name;
  return callName({ name, preferredName: null, ...otherNames }, locale);
}

/** The header of a page. Only the switch of languages depends on where the reader is: nothing else is kept for an address. */
export function PageHeader(props: { path: string; actor: Actor; organization: string }): VNode {
  const { path, organization } = props;
  const { personId, roles, unread = 0 } = props.actor;
  const name = ownName(props.actor, useLocale());
  const isKnown = personId !== null;
  return (
    <ShellHeader
      organization={organization}
      path={path}
      languages={languagesOf(path)}
      navigation={
        isKnown ? <OwnNavigation roles={[...roles]} here={entryAt(path)} unread={unread} /> : undefined
      }
      person={isKnown ? <OwnMenu name={name} /> : <SignInLink href="/sign-in" />}
    />
  );
}

const OwnNavigation = keepDrawn(function OwnNavigation(props: {
  roles: readonly Role[];
  /** The entry that the reader is on. */
  here: string | null;
  unread: number;
}): VNode {
  const words = pageMessages.in(useLocale());
  const { roles, here, unread: count } = props;
  const link = ([href, key]: readonly [string, PageKey]): MenuLink => ({
    href,
    label: words(key),
    current: here === href,
  });
  const waiting = { count, words: words.plain('inbox_waiting', { count }) };
  const work = new Map(NAVIGATION.filter(({ role }) => roles.includes(role)).flatMap(({ links }) => links));
  return <Navigation links={[...[...work].map(link), { ...link(INBOX), waiting }]} />;
});

/** The entry of the navigation that a path is; null for any other. */
function entryAt(path: string): string | null {
  const here = path.split('?')[0];
  const links = [...NAVIGATION.flatMap(({ links }) => links), INBOX];
  return links.find(([href]) => href === here)?.[0] ?? null;
}

const OwnMenu = keepDrawn(function OwnMenu({ name }: { name: string }): VNode {
  const words = pageMessages.in(useLocale());
  return <PersonMenu name={name} links={ownLinks(words)} signOut={<SignOut words={words} />} />;
});

const INBOX = ['/inbox', 'inbox'] as const;

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

function SignOut(props: { words: Words }): VNode {
  return (
    <ActionForm action="/sign-out" kind="quiet">
      {props.words('sign_out')}
    </ActionForm>
  );
}
