import type { VNode } from 'preact';
import { housePaths } from '../../platform/addresses/paths.ts';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import { inOrder } from '../../platform/parts/in-order.ts';
import type { OpenAddresses } from '../../platform/parts/public/open-address.ts';
import type { ProgramPage } from '../../platform/parts/public/program-page.ts';
import { get, missing, page, type Route } from '../../platform/web/route.ts';
import { Button, Hero, PageHead, PictureCards, TranslationNote } from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';

/** One page a program, and one that shows all of them. */
export function programRoutes(contributed: readonly ProgramPage[]): readonly Route[] {
  const programs = inOrder(contributed);
  return [
    get({
      path: housePaths.programs,
      access: 'everyone',
      audit: null,
      handle({ locale }) {
        const t = pageMessages.in(locale).plain;
        const found = { description: t('programs_lead') };
        return { ...page(t('programs_title'), <ProgramsPage programs={programs} />), found };
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
        const body = <OneProgram {...{ program, others }} costs={await program.costs(db, now)} />;
        return {
          ...page(program.title.plain(locale), body),
          found: { description: program.lead.plain(locale) },
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
}

function ProgramsPage({ programs }: ProgramsProps): VNode {
  const t = useWords(pageMessages);
  return (
    <>
      <PageHead title={t('programs_title')} lead={t('programs_lead')} />
      <div data-width="full">
        <Cards programs={programs} level={2} />
      </div>
      <TranslationNote />
    </>
  );
}

function Cards({ programs, level }: ProgramsProps & { readonly level: 2 | 3 }): VNode {
  const locale = useLocale();
  return (
    <PictureCards
      level={level}
      items={programs.map(({ slug, picture, title, lead }) => ({
        picture: picture(),
        title: title(locale),
        text: lead(locale),
        way: {
          href: housePaths.program({ program: slug }),
          label: pageMessages.in(locale)('program_about', { program: title(locale) }),
        },
      }))}
    />
  );
}

function OneProgram(props: {
  readonly program: ProgramPage;
  readonly others: readonly ProgramPage[];
  readonly costs: VNode;
}): VNode {
  const t = useWords(pageMessages);
  const locale = useLocale();
  const { program, others, costs } = props;
  const { title, lead, picture, steps, who, notes } = program;
  return (
    <>
      <Hero title={title(locale)} lead={lead(locale)} scene={picture()} actions={<Next {...program} />} />
      <section data-width="full">
        <h2>{t('program_how')}</h2>
        <PictureCards
          isInOrder
          items={steps.map((step) => ({
            picture: step.picture(),
            title: step.title(locale),
            text: step.text(locale),
          }))}
        />
      </section>
      <div class="halves" data-width="full">
        <section class="prose">
          <h2>{t('program_who')}</h2>
          <Lines lines={who.map((line) => line(locale))} />
        </section>
        <section class="prose">
          <h2>{t('program_costs')}</h2>
          {costs}
        </section>
      </div>
      {notes && (
        <section class="prose">
          <h2>{notes.title(locale)}</h2>
          <Lines lines={notes.lines.map((line) => line(locale))} />
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
          <Cards programs={others} level={3} />
        </section>
      )}
      <TranslationNote />
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly VNode['props']['children'][] }): VNode {
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
