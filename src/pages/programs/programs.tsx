import type { VNode } from 'preact';
import { findOwnPages } from '../../modules/site/index.ts';
import { housePaths } from '../../platform/addresses/paths.ts';
import type { Label, Words } from '../../platform/languages/messages.tsx';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import { inOrder } from '../../platform/parts/in-order.ts';
import type { OpenAddresses } from '../../platform/parts/public/open-address.ts';
import { type ProgramPage, wordedKeyOf } from '../../platform/parts/public/program-page.ts';
import type { OwnPage } from '../../platform/parts/public/worded-page.ts';
import { get, missing, page, type Route } from '../../platform/web/route.ts';
import { Button, Hero, PageHead, PictureCards, TranslationNote } from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';

/** One page a program, and one that shows all of them. */
export function programRoutes(contributed: readonly ProgramPage[]): readonly Route[] {
  const programs = inOrder(contributed);
  const keys = programs.map(wordedKeyOf);
  return [
    get({
      path: housePaths.programs,
      access: 'everyone',
      audit: null,
      async handle({ db, locale }) {
        const t = pageMessages.in(locale).plain;
        const found = { description: t('programs_lead') };
        const own = await findOwnPages(db, keys, locale);
        return { ...page(t('programs_title'), <ProgramsPage {...{ programs, own }} />), found };
      },
    }),
    get({
      path: housePaths.program,
      access: 'everyone',
      audit: null,
      async handle({ db, params, locale, now }) {
        const program = programs.find(({ slug }) => slug === params.program);
        if (!program) return missing();
        const others = programs.filter((one) => one !== program);
        const own = await findOwnPages(db, keys, locale);
        const said = own.get(wordedKeyOf(program))?.said;
        const body = <OneProgram {...{ program, others, own }} costs={await program.costs(db, now)} />;
        return {
          ...page(said?.['title']?.plain ?? program.title.plain(locale), body),
          found: { description: said?.['lead']?.plain ?? program.lead.plain(locale) },
        };
      },
    }),
  ];
}

export const programAddresses =
  (programs: readonly ProgramPage[]): OpenAddresses =>
  () => [
    { path: housePaths.programs() },
    ...programs.map(({ slug }) => ({ path: housePaths.program({ program: slug }) })),
  ];

interface ProgramsProps {
  readonly programs: readonly ProgramPage[];
  /** What the organization says of them in its own words. */
  readonly own: ReadonlyMap<string, OwnPage>;
}

function ProgramsPage({ programs, own }: ProgramsProps): VNode {
  const t = useWords(pageMessages);
  return (
    <>
      <PageHead title={t('programs_title')} lead={t('programs_lead')} />
      <div data-width="full">
        <Cards programs={programs} own={own} level={2} />
      </div>
      <TranslationNote />
    </>
  );
}

function Cards({ programs, own, level }: ProgramsProps & { readonly level: 2 | 3 }): VNode {
  const locale = useLocale();
  const notes = programs.flatMap((program) => {
    const said = own.get(wordedKeyOf(program))?.said;
    return [said?.['title'], said?.['lead']].flatMap((one) => (one?.note ? [one.note] : []));
  });
  const cards = (
    <PictureCards
      level={level}
      items={programs.map((program) => {
        const said = own.get(wordedKeyOf(program))?.said;
        const title = said?.['title']?.words ?? program.title(locale);
        return {
          picture: program.picture(),
          title,
          text: said?.['lead']?.words ?? program.lead(locale),
          way: {
            href: housePaths.program({ program: program.slug }),
            label: pageMessages.in(locale)('program_about', { program: title }),
          },
        };
      })}
    />
  );
  return (
    <>
      {cards}
      {[...new Map(notes.map(({ kind, view }) => [kind, view])).values()]}
    </>
  );
}

function OneProgram(props: {
  readonly program: ProgramPage;
  readonly others: readonly ProgramPage[];
  readonly own: ReadonlyMap<string, OwnPage>;
  readonly costs: VNode;
}): VNode {
  const t = useWords(pageMessages);
  const locale = useLocale();
  const { program, others, own, costs } = props;
  const { picture, steps, who, notes } = program;
  const { said = {}, note = null } = own.get(wordedKeyOf(program)) ?? {};
  const inOwn = (key: string, usual: Label) => said[key]?.words ?? usual(locale);
  const linesOf = (key: string, usual: readonly Label[]) =>
    said[key]?.lines ?? usual.map((line) => line(locale));
  return (
    <>
      <Hero
        title={inOwn('title', program.title)}
        lead={inOwn('lead', program.lead)}
        scene={picture()}
        actions={<Next {...program} />}
      />
      {note}
      <section data-width="full">
        <h2>{t('program_how')}</h2>
        <PictureCards
          isInOrder
          items={steps.map((step, at) => ({
            picture: step.picture(),
            title: inOwn(`step-${at + 1}-title`, step.title),
            text: inOwn(`step-${at + 1}-text`, step.text),
          }))}
        />
      </section>
      <div class="halves" data-width="full">
        <section class="prose">
          <h2>{t('program_who')}</h2>
          <Lines lines={linesOf('who', who)} />
        </section>
        <section class="prose">
          <h2>{t('program_costs')}</h2>
          {costs}
        </section>
      </div>
      {notes && (
        <section class="prose">
          <h2>{inOwn('notes-title', notes.title)}</h2>
          <Lines lines={linesOf('notes', notes.lines)} />
        </section>
      )}
      <section class="stack">
        <h2>{t('program_next')}</h2>
        <div class="actions">
          <Next {...program} />
        </div>
      </section>
      {others.length > 0 && (
        <section data-width="full">
          <h2>{t('program_others')}</h2>
          <Cards programs={others} own={own} level={3} />
        </section>
      )}
      <TranslationNote />
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly Words[] }): VNode {
  return (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

function Next({ next }: Pick<ProgramPage, 'next'>): VNode {
  const locale = useLocale();
  return (
    <>
      {next.map(({ href, label }, at) => (
        <Button href={href} kind={at === 0 ? 'main' : 'quiet'}>
          {label(locale)}
        </Button>
      ))}
    </>
  );
}
