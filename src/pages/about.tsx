import type { VNode } from 'preact';
import { GEO_CREDITS } from '../japanese/data/credits.ts';
import { type Kept, KeptTable, listKept, peoplePaths } from '../modules/people/index.ts';
import { housePaths } from '../platform/addresses/paths.ts';
import { useLocale, useWords } from '../platform/languages/reading.tsx';
import type { PublicPart } from '../platform/parts/public-part.ts';
import type { HoldsData } from '../platform/rights/data-of.ts';
import {
  type Organization,
  organizationAddress,
  organizationName,
  organizationSetting,
  organizationWords,
} from '../platform/settings/organization.ts';
import { readSetting } from '../platform/settings/settings.ts';
import { get, page, type Route } from '../platform/web/route.ts';
import { LineScene, Link, PageHead, Prose, SummaryList, TranslationNote } from '../ui/index.ts';
import { ShowElsewhere } from './embeds/next-days.tsx';
import { pageMessages } from './pages.ts';
import { pagesPaths } from './paths.ts';
import { type PublicFacts, readPublicFacts, useOwnWords } from './public-facts.tsx';

/** Who we are, when we help, how to reach us; linked from the foot of every page. */
export const aboutRoute = (parts: readonly PublicPart[], origin = ''): Route =>
  get({
    path: housePaths.about,
    access: 'everyone',
    audit: null,
    async handle(call) {
      const t = pageMessages.in(call.locale).plain;
      const facts = await readPublicFacts(call.db, parts);
      const organization = organizationName(facts.organization, call.locale);
      const found = { description: t('home_about_text', { organization }) };
      return { ...page(t('about_title'), <AboutPage {...facts} origin={origin} />), found };
    },
  });

/** What is kept of people, who sees it and for how long, before they write anything. */
export const privacyRoute = (modules: readonly HoldsData[]): Route =>
  get({
    path: pagesPaths.privacy,
    access: 'everyone',
    audit: null,
    async handle(call) {
      const organization = await readSetting(call.db, organizationSetting);
      const kept = await listKept(call.db, modules);
      const title = pageMessages.in(call.locale).plain('privacy');
      return page(title, <PrivacyPage organization={organization} kept={kept} />);
    },
  });

interface OfOrganization {
  readonly organization: Organization;
}

function AboutPage(props: PublicFacts & { readonly origin: string }): VNode {
  const t = useWords(pageMessages);
  return (
    <>
      <PageHead title={t('about_title')} />
      <LineScene name="hall" isTold isSmall />
      <WhoWeAre {...props} />
      <Contact organization={props.organization} />
      <TranslationNote />
      <ShowElsewhere origin={props.origin} />
      <section>
        <h2>{t('privacy')}</h2>
        <p>
          <Link href={pagesPaths.privacy()}>{t('privacy_link')}</Link>
        </p>
      </section>
      <section>
        <h2>{t('credits_title')}</h2>
        <div lang="ja">
          {GEO_CREDITS.map((credit) => (
            <p>{credit}</p>
          ))}
        </div>
      </section>
    </>
  );
}

/** Who runs this and when they help. */
export function WhoWeAre(props: PublicFacts): VNode {
  const t = useWords(pageMessages);
  const organization = organizationWords(props.organization, useLocale());
  return (
    <section>
      <h2>{t('home_about_title')}</h2>
      <p>{useOwnWords(props.texts, 'about') ?? t('home_about_text', { organization })}</p>
      {props.about}
      <p>
        <Link href={props.organization.website}>{t('about_website', { organization })}</Link>
      </p>
    </section>
  );
}

/** How to reach the organization, each way with one press. */
export function Contact(props: OfOrganization): VNode {
  const t = useWords(pageMessages);
  const { phone, email } = props.organization;
  const address = organizationAddress(props.organization, useLocale());
  const lang = address === props.organization.address ? 'ja' : undefined;
  return (
    <section>
      <h2>{t('about_contact')}</h2>
      <SummaryList
        rows={[
          {
            label: t('contact_phone'),
            value: <Link href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</Link>,
          },
          { label: t('contact_email'), value: <Link href={`mailto:${email}`}>{email}</Link> },
          { label: t('contact_address'), value: <span lang={lang}>{address}</span> },
        ]}
      />
    </section>
  );
}

const PRIVACY = [
  [
    'privacy_seen_title',
    ['privacy_seen_before', 'privacy_seen_after', 'privacy_seen_staff', 'privacy_seen_log'],
  ],
  ['privacy_never_title', ['privacy_never_status', 'privacy_never_others', 'privacy_never_mail']],
] as const;

function PrivacyPage(props: Pick<PublicFacts, 'organization'> & { kept: readonly Kept[] }): VNode {
  const t = useWords(pageMessages);
  return (
    <>
      <PageHead title={t('privacy')} lead={t('privacy_lead')} />
      {PRIVACY.map(([title, lines]) => (
        <Prose>
          <h2>{t(title)}</h2>
          <ul>
            {lines.map((line) => (
              <li>{t(line)}</li>
            ))}
          </ul>
        </Prose>
      ))}
      <section>
        <h2>{t('privacy_kept_title')}</h2>
        <KeptTable kept={props.kept} />
      </section>
      <Prose>
        <h2>{t('privacy_rights_title')}</h2>
        <ul>
          <li>
            <Link href={peoplePaths.record()}>{t('privacy_right_record')}</Link>
          </li>
          <li>
            <Link href={peoplePaths.export()}>{t('privacy_right_copy')}</Link>
          </li>
          <li>
            <Link href={peoplePaths.leaving()}>{t('privacy_right_end')}</Link>
          </li>
        </ul>
      </Prose>
      <TranslationNote />
      <Contact organization={props.organization} />
    </>
  );
}
