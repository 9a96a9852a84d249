import type { VNode } from 'preact';
import { askTogether } from '../platform/database/questions.ts';
import type { Label } from '../platform/languages/messages.tsx';
import { useLocale, useWords } from '../platform/languages/reading.tsx';
import { inOrder } from '../platform/parts/in-order.ts';
import type { PublicPart } from '../platform/parts/public-part.ts';
import { organizationName } from '../platform/settings/organization.ts';
import { get, page, type Route } from '../platform/web/route.ts';
import { Actions, Button, Figures, Hero, Link } from '../ui/index.ts';
import { Contact, WhoWeAre } from './about.tsx';
import { pageMessages } from './pages.ts';
import { pagesPaths } from './paths.ts';
import { type PublicFacts, readPublicFacts, useOwnWords } from './public-facts.tsx';

/** The public home page: what this is, then each module's part of it, live figures. */
export const homeRoute = (parts: readonly PublicPart[]): Route =>
  get({
    path: '/',
    access: 'everyone',
    audit: null,
    async handle(call) {
      const facts = await readPublicFacts(call.db, parts);
      const counting = inOrder(parts).flatMap(({ figures }) => figures ?? []);
      const asked = counting.map((figures, at) => [`${at}`, figures.asks(call.now)] as const);
      const answers = await askTogether(call.db, Object.fromEntries(asked));
      const counted = counting.map((figures, at) => ({ figures, answer: answers[at] as never }));
      const title = organizationName(facts.organization, call.locale);
      return page(title, <HomePage {...facts} parts={inOrder(parts)} counted={counted} />);
    },
  });

interface HomeProps extends PublicFacts {
  readonly parts: readonly PublicPart[];
  /** What counts, with what it counted. */
  readonly counted: readonly { figures: NonNullable<PublicPart['figures']>; answer: never }[];
}

function HomePage(props: HomeProps): VNode {
  const t = useWords(pageMessages);
  const ways = props.parts.flatMap(({ way }) => way ?? []);
  return (
    <>
      <Hero
        title={useOwnWords(props.texts, 'title') ?? t('home_title')}
        lead={useOwnWords(props.texts, 'lead') ?? t('home_lead')}
        actions={ways.map((way, at) => <Way {...way} kind={at === 0 ? 'main' : undefined} />)}
      />
      {props.parts.map(({ view: View }) => View && <View />)}
      <TodaysFigures counted={props.counted} />
      <WhoWeAre {...props} />
      <Actions>
        <Link href={pagesPaths.privacy()}>{t('privacy')}</Link>
      </Actions>
      <Contact organization={props.organization} />
    </>
  );
}

function Way(props: { href: string; label: Label; kind: 'main' | undefined }): VNode {
  return (
    <Button href={props.href} kind={props.kind}>
      {props.label(useLocale())}
    </Button>
  );
}

function TodaysFigures({ counted }: Pick<HomeProps, 'counted'>): VNode {
  return (
    <section>
      <h2>{useWords(pageMessages)('home_figures_title')}</h2>
      <Figures items={counted.flatMap(({ figures, answer }) => figures.say(answer))} />
    </section>
  );
}
