import { z } from 'zod';
import { requiredText } from '../../platform/web/form-fields.ts';
import { get, page, post, type Route, redirect, refusedBy } from '../../platform/web/route.ts';
import { hideHelpline, listCheckedHelplines, listPublicHelplines, verifyHelpline } from './commands.ts';
import { HelpNowPage } from './help-now-views.tsx';
import { DANGER_PATTERNS } from './rules.ts';
import { HelplinesPage } from './views.tsx';
import { safetyMessages, staffSafetyMessages } from './words.ts';

export const routes: readonly Route[] = [
  get({
    path: '/help-now',
    access: 'everyone',
    audit: null,
    async handle(visit) {
      const lines = await listPublicHelplines(visit.db, visit.now);
      return page(safetyMessages.in(visit.locale).plain('help_now_title'), <HelpNowPage lines={lines} />);
    },
  }),
  get({
    path: '/danger-words',
    access: 'everyone',
    audit: null,
    handle: () => ({
      kind: 'file',
      body: JSON.stringify(DANGER_PATTERNS),
      mediaType: 'application/json',
      headers: new Headers({ 'cache-control': 'public, max-age=3600' }),
    }),
  }),
  get({
    path: '/helplines',
    access: ['administrator'],
    audit: null,
    async handle(visit) {
      const lines = await listCheckedHelplines(visit.db, visit.now);
      return page(
        staffSafetyMessages.in(visit.locale).plain('helplines_title'),
        <HelplinesPage lines={lines} />,
      );
    },
  }),
  post({
    path: '/helplines/verifications',
    access: ['administrator'],
    audit: 'safety.helpline.verified',
    form: z.object({ number: requiredText(20) }),
    async handle(visit) {
      const { number } = visit.fields;
      const outcome = await verifyHelpline(visit.db, {
        number,
        by: visit.actor.personId ?? '',
        now: visit.now,
      });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await visit.audit({ object: { kind: 'safety.helpline', id: number } });
      return redirect('/helplines', {
        tone: 'done',
        text: staffSafetyMessages.in(visit.locale).plain('line_verified', { number }),
      });
    },
  }),
  post({
    path: '/helplines/visibility',
    access: ['administrator'],
    audit: 'safety.helpline.hidden_or_shown',
    form: z.object({ number: requiredText(20), is_hidden: z.enum(['yes', 'no'], { message: 'choose_one' }) }),
    async handle(visit) {
      const { number, is_hidden } = visit.fields;
      const isHidden = is_hidden === 'yes';
      const outcome = await hideHelpline(visit.db, {
        number,
        isHidden,
        by: visit.actor.personId ?? '',
        now: visit.now,
      });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await visit.audit({ object: { kind: 'safety.helpline', id: number }, detail: { is_hidden: isHidden } });
      const t = staffSafetyMessages.in(visit.locale);
      return redirect('/helplines', {
        tone: 'done',
        text: t.plain(isHidden ? 'line_hidden' : 'line_shown', { number }),
      });
    },
  }),
];
