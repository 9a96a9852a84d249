import type { VNode } from 'preact';
import { type Asked, askTogether } from '../platform/database/questions.ts';
import type { Label } from '../platform/languages/messages.tsx';
import { useLocale, useWords } from '../platform/languages/reading.tsx';
import type { Module } from '../platform/module.ts';
import { type AheadItem, lookAhead } from '../platform/parts/ahead.ts';
import { inOrder } from '../platform/parts/in-order.ts';
import type { PublicPart } from '../platform/parts/public-part.ts';
import { organizationName } from '../platform/settings/organization.ts';
import { type Call, get, page, type Route } from '../platform/web/route.ts';
import { Button, Figures, Hero, LanguagesLine, Link, PictureCards } from '../ui/index.ts';
import { Contact, WhoWeAre } from './about.tsx';
import { WhatIsNext } from './my-page/what-is-next.tsx';
import { pageMessages } from './pages.ts';
import { pagesPaths } from './paths.ts';
import { type PublicFacts, readPublicFacts, useOwnWords } from './public-facts.tsx';

/** The public home page: what this is, for whom, what to press; then each module's part of it, live figures. */
export function homeRoute(modules: readonly Pick<Module, 'publicParts' | 'ahead'>[]): Route {
  const parts = inOrder(modules.flatMap(({ publicParts = [] }) => publicParts));
  return get({
    path: '/',
    access: 'everyone',
    audit: null,
    async handle(call) {
      const facts = await readPublicFacts(call.db, parts);
      const { counted, sections } = await askParts(parts, call);
      const next = await ownNext(call, modules);
      const title = organizationName(facts.organization, call.locale);
      return page(title, <HomePage {...{ ...facts, parts, counted, next, sections }} />);
    },
  });
}

/** What all parts count and what their sections say, in one trip. */
async function askParts(
  parts: readonly PublicPart[],
  { db, now }: Call,
): Promise<Pick<HomeProps, 'counted' | 'sections'>> {
  const counting = parts.flatMap(({ figures }) => figures ?? []);
  const asking = await Promise.all(parts.map(({ section }) => section?.(db, now) ?? null));
  const answers = await askTogether(db, {
    ...Object.fromEntries(counting.map((figures, at) => [`figures ${at}`, figures.asks(now)])),
    ...Object.fromEntries(
      asking.flatMap((one, at) =>
        Object.entries(one?.questions ?? {}).map(([name, question]) => [`${at} ${name}`, question]),
      ),
    ),
  });
  const answersTo = (questions: Asked, at: number) =>
    Object.fromEntries(Object.keys(questions).map((name) => [name, answers[`${at} ${name}`]]));
  return {
    counted: counting.map((figures, at) => ({ figures, answer: answers[`figures ${at}`] as never })),
    sections: asking.map((one, at) => one?.show(answersTo(one.questions, at) as never) ?? null),
  };
}

/** What is next for whoever is signed in: they have not come to read what this is. */
async function ownNext(
  call: Call,
  modules: readonly Pick<Module, 'ahead'>[],
): Promise<AheadItem | undefined> {
  const { personId, roles } = call.actor;
  if (!personId) return undefined;
  const aheads = modules.flatMap(({ ahead }) => ahead ?? []);
  const { items } = await lookAhead(aheads, call.db, { personId, roles, now: call.now, locale: call.locale });
  return items.find(({ isSettled }) => !isSettled);
}

interface HomeProps extends PublicFacts {
  readonly parts: readonly PublicPart[];
  /** What counts, with what it counted. */
  readonly counted: readonly { figures: NonNullable<PublicPart['figures']>; answer: never }[];
  readonly next: AheadItem | undefined;
  /** What each part shows of what stands in the database. */
  readonly sections: readonly (VNode | null)[];
}

function HomePage(props: HomeProps): VNode {
  const t = useWords(pageMessages);
  const ways = props.parts.flatMap(({ way }) => way ?? []);
  const figures = props.counted.flatMap(({ figures: { say }, answer }) => say(answer));
  return (
    <>
      {props.next && <WhatIsNext item={props.next} />}
      <Hero
        title={useOwnWords(props.texts, 'title') ?? t('home_title')}
        lead={useOwnWords(props.texts, 'lead') ?? t('home_lead')}
        actions={ways.map((way, at) => <Way {...way} kind={at === 0 ? 'main' : undefined} />)}
        note={<LanguagesLine path="/" />}
        scene="counter"
      />
      {figures.length > 0 && <Figures items={figures} />}
      <Together parts={props.parts} />
      {props.parts.map(({ view: View }, at) => (
        <>
          {props.sections[at]}
          {View && <View />}
        </>
      ))}
      <div class="halves" data-width="full">
        <WhoWeAre {...props} />
        <Contact organization={props.organization} />
      </div>
      <p>
        <Link href={pagesPaths.privacy()}>{t('privacy')}</Link>
      </p>
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

function Together({ parts }: Pick<HomeProps, 'parts'>): VNode {
  const locale = useLocale();
  const items = parts.flatMap(({ card }) => card ?? []);
  return (
    <section data-width="full">
      <h2>{useWords(pageMessages)('home_together_title')}</h2>
      <PictureCards
        items={items.map(({ picture, title, text, href, act }) => ({
          picture: picture(),
          title: title(locale),
          text: text(locale),
          way: { href, label: act(locale) },
        }))}
      />
    </section>
  );
}
