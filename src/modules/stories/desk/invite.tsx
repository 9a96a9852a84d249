import { defineForm, FilledIn, formRoutes, line, oneOf, tick } from '../../../kits/forms/index.ts';
import { ownId } from '../../../platform/permissions.ts';
import { choice, requiredText } from '../../../platform/web/form-fields.ts';
import { page, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { PageHead } from '../../../ui/index.ts';
import { findByEmail } from '../../people/index.ts';
import { storiesPaths } from '../paths.ts';
import { inviteToTell } from '../story/commands.ts';
import { PARTS } from '../types.ts';
import { storiesStaffMessages } from '../words.ts';

const inviteForm = defineForm(storiesStaffMessages, [
  line('email', requiredText(254), { label: 'invite_email', hint: 'invite_email_hint', type: 'email' }),
  oneOf('part', choice(PARTS), {
    label: 'desk_story_part',
    choices: (locale) =>
      PARTS.map((value) => ({ value, label: storiesStaffMessages.in(locale)(`desk_part_${value}`) })),
  }),
  tick('isGuarded', { label: 'invite_guarded', hint: 'invite_guarded_hint' }),
]);

/** A coordinator invites somebody to tell. Where a restriction stands, their face and place stay out unless they say otherwise. */
export const inviteRoutes: readonly Route[] = formRoutes({
  path: storiesPaths.deskNew,
  access: ['coordinator'],
  audit: 'stories.story.invited',
  of: inviteForm,
  begin: () => ({}),
  show({ locale }, form) {
    const t = storiesStaffMessages.in(locale);
    return page(
      t.plain('story_invite'),
      <>
        <PageHead
          title={t('story_invite')}
          lead={t('invite_lead')}
          back={{ href: storiesPaths.desk(), label: t('desk_stories') }}
        />
        <FilledIn of={inviteForm} form={form} action={storiesPaths.deskNew()} button={t('invite_send')} />
      </>,
    );
  },
  async save(call) {
    const { db, fields, now, locale } = call;
    const teller = await findByEmail(db, fields.email.toLowerCase());
    if (!teller || teller.isChild) return refusedBy({ code: 'nobody_by_this_address', field: 'email' });
    const id = await inviteToTell(
      db,
      {
        tellerId: teller.id,
        part: fields.part,
        source: teller.locale,
        isGuarded: fields.isGuarded,
      },
      { personId: ownId(call), now },
    );
    await call.audit({ subjectIds: [teller.id], object: { kind: 'stories.story', id } });
    const text = storiesStaffMessages.in(locale).noted('story_was_invited');
    return redirect(storiesPaths.deskStory({ id }), { tone: 'done', text });
  },
});
