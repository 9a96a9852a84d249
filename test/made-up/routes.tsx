import { FilledIn, formRoutes } from '../../src/kits/forms/index.ts';
import { useFormats, useWords } from '../../src/platform/languages/reading.tsx';
import { get, missing, page, post, type Route, redirect, refusedBy } from '../../src/platform/web/route.ts';
import { Actions, Button, Form, PageHead } from '../../src/ui/index.ts';
import { joinWalk, proposeWalk } from './commands.ts';
import { walkForm } from './form.ts';
import { walkPaths } from './paths.ts';
import type { Walk } from './rules.ts';
import { findWalk } from './store.ts';
import { WALK, walker } from './thing.ts';
import { walkMessages } from './words.ts';

/** A page for everybody, a form, one walk and the act on it. */
export const walkRoutes: readonly Route[] = [
  get({
    path: walkPaths.walks,
    access: 'everyone',
    audit: null,
    handle: ({ locale }) => page(walkMessages.in(locale).plain('walks'), <WalksPage />),
  }),
  ...formRoutes({
    path: walkPaths.walksNew,
    action: walkPaths.walks,
    access: ['resident'],
    audit: 'walks.walk.proposed',
    of: walkForm,
    begin: () => ({}),
    show({ locale }, form) {
      const t = walkMessages.in(locale);
      const title = t('propose');
      return page(
        t.plain('propose'),
        <>
          <PageHead title={title} back={{ href: walkPaths.walks(), label: t('walks') }} />
          <FilledIn of={walkForm} form={form} action={walkPaths.walks()} button={title} />
        </>,
      );
    },
    async save({ db, fields, actor, now, locale, audit }) {
      const proposed = await proposeWalk(db, { ...fields, proposerId: actor.personId ?? '', now });
      if (!proposed.ok) return refusedBy(proposed.refusal);
      await audit({ object: { kind: WALK, id: proposed.value } });
      const text = walkMessages.in(locale).noted('was_proposed');
      return redirect(walkPaths.walk({ id: proposed.value }), { tone: 'done', text });
    },
  }),
  get({
    path: walkPaths.walk,
    access: [walker, 'volunteer', 'coordinator'],
    audit: 'walks.walk.viewed',
    async handle({ db, params, actor, locale, audit }) {
      const walk = await findWalk(db, params.id);
      if (!walk) return missing();
      await audit({ subjectIds: [walk.proposerId], object: { kind: WALK, id: walk.id } });
      const shown = <WalkPage walk={walk} readerId={actor.personId ?? ''} />;
      return page(walkMessages.in(locale).plain('talk_with_us'), shown);
    },
  }),
  post({
    path: walkPaths.walkJoining,
    access: ['volunteer'],
    audit: 'walks.walk.joined',
    async handle({ db, params, actor, locale, audit }) {
      const joined = await joinWalk(db, params.id, actor.personId ?? '');
      if (!joined.ok) return refusedBy(joined.refusal);
      await audit({ subjectIds: [joined.value.proposerId], object: { kind: WALK, id: params.id } });
      const text = walkMessages.in(locale).noted('was_joined');
      return redirect(walkPaths.walk(params), { tone: 'done', text });
    },
  }),
];

function WalksPage() {
  const t = useWords(walkMessages);
  return (
    <>
      <PageHead title={t('walks')} lead={t('walks_lead')} />
      <Actions>
        <Button href={walkPaths.walksNew()} kind="main">
          {t('propose')}
        </Button>
      </Actions>
    </>
  );
}

function WalkPage({ walk, readerId }: { readonly walk: Walk; readonly readerId: string }) {
  const t = useWords(walkMessages);
  const isWalker = [walk.proposerId, walk.joinerId].includes(readerId);
  return (
    <>
      <PageHead
        title={t('walk_on', { day: useFormats().day(walk.onDay) })}
        back={{ href: walkPaths.walks(), label: t('walks') }}
      />
      <p>{t(walk.joinerId ? 'somebody_joins' : 'nobody_yet')}</p>
      {isWalker && <p>{walk.meetingPlace}</p>}
      <Actions>
        {isWalker && <Button href={walkPaths.walkConversation(walk)}>{t('open_conversation')}</Button>}
        {!isWalker && !walk.joinerId && (
          <Form action={walkPaths.walkJoining(walk)}>
            <Button kind="main">{t('join')}</Button>
          </Form>
        )}
      </Actions>
    </>
  );
}
