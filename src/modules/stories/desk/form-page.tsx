import type { VNode } from 'preact';
import { FilledIn, type FormOf } from '../../../kits/forms/index.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { ownId } from '../../../platform/permissions.ts';
import type { Outcome } from '../../../platform/refusal.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import { type Call, missing, page, type Reply, redirect, refusedBy } from '../../../platform/web/route.ts';
import { PageHead } from '../../../ui/index.ts';
import { storiesPaths } from '../paths.ts';
import type { OnStory } from '../story/doing.ts';
import type { Story } from '../types.ts';
import { storiesStaffMessages } from '../words.ts';

type Key = Parameters<ReturnType<typeof storiesStaffMessages.in>>[0];

/** A page of the desk that is one form about a story. */
export function formPage(
  about: { readonly id: string; readonly locale: Locale; readonly title: Key; readonly lead: Key },
  drawn: { readonly of: FormOf; readonly form: FormState; readonly action: string; readonly before?: VNode },
): Reply {
  const t = storiesStaffMessages.in(about.locale);
  const back = { href: storiesPaths.deskStory({ id: about.id }), label: t('desk_story_title') };
  return page(
    t.plain(about.title),
    <>
      <PageHead title={t(about.title)} lead={t(about.lead)} back={back} />
      {drawn.before}
      <FilledIn of={drawn.of} form={drawn.form} action={drawn.action} button={t('story_save')} />
    </>,
  );
}

/** Who does it to which story. */
export const onStory = (call: Pick<Call<{ id: string }>, 'params' | 'actor' | 'now'>): OnStory => ({
  ...{ storyId: call.params.id, as: 'coordinator', byPersonId: ownId(call), now: call.now },
});

/** Back to the story, with what was done on record; or what was refused beside its field. */
export async function answerDone(
  call: Pick<Call, 'audit' | 'locale'>,
  done: Outcome<Story>,
  says: Key,
): Promise<Reply> {
  if (!done.ok) return done.refusal.code === 'story_is_unknown' ? missing() : refusedBy(done.refusal);
  const { id, tellerId } = done.value;
  await call.audit({ subjectIds: [tellerId], object: { kind: 'stories.story', id } });
  const text = storiesStaffMessages.in(call.locale).noted(says);
  return redirect(storiesPaths.deskStory({ id }), { tone: 'done', text });
}
