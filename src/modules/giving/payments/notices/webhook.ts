import { post, type Route } from '../../../../platform/web/route.ts';
import { givingPaths } from '../../paths.ts';
import type { GivingServices } from '../../services.ts';
import { hearNotice } from './hear.ts';

const answer = (status: number) => ({ kind: 'response', response: new Response(null, { status }) }) as const;

/** Where the provider tells us of what happens: its signature over the body is what counts, and what it says is kept at once. */
export function webhookRoutes({ payments }: Pick<GivingServices, 'payments'>): readonly Route[] {
  return [
    post({
      path: givingPaths.notices,
      access: 'everyone',
      audit: null,
      csrf: 'none',
      takes: 'text',
      keep: 'nothing',
      async handle({ db, headers, text = '', now }) {
        const notice = payments?.readNotice(text, headers.get('stripe-signature')) ?? 'forged';
        if (notice === 'forged') return answer(400);
        if (notice !== 'nothing') await hearNotice(db, notice, now);
        return answer(200);
      },
    }),
  ];
}
