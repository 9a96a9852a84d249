import { z } from 'zod';
import { OFFICE_EXAMPLE } from '../../japanese/writing/index.ts';
import type { Module } from '../../platform/module.ts';
import { text } from '../../platform/web/form-fields.ts';
import { FormState } from '../../platform/web/form-state.ts';
import { get, page, post, type Reply, redirect } from '../../platform/web/route.ts';
import { EasyJapanesePage, MOST_WORDS } from './page.tsx';
import { easyWritingPaths } from './paths.ts';
import { aidMessages } from './words.ts';

/** Reading words takes a while of a thread: a whole office behind one address goes on, a machine does not. */
const LIMIT = { by: 'address', tries: 300, minutes: 10 } as const;

/** The open page of the aid. It keeps nothing and reads nothing: it has no table. */
export const easyWritingModule: Module = {
  name: 'easy-writing',
  messages: aidMessages,
  routes: [
    get({
      path: easyWritingPaths.easyJapanese,
      access: 'everyone',
      audit: null,
      query: z.object({ example: z.string().max(1).optional() }),
      handle: ({ fields, locale }) =>
        shown(FormState.fresh(), locale, fields.example ? OFFICE_EXAMPLE : undefined),
    }),
    post({
      path: easyWritingPaths.easyJapanese,
      access: 'everyone',
      audit: null,
      keep: 'nothing',
      limit: LIMIT,
      maxBytes: 131_072,
      form: z.object({ words: text(MOST_WORDS) }),
      // Whatever is pressed here asks the aid, which answers with `again`.
      handle: () => redirect(easyWritingPaths.easyJapanese()),
      again: (call, form) => shown(form, call.locale),
    }),
  ],
  openAddresses: () => [{ path: easyWritingPaths.easyJapanese() }],
  navigation: [
    {
      href: easyWritingPaths.easyJapanese(),
      label: aidMessages.label('aid_link'),
      places: ['footer'],
      roles: 'everybody',
      order: 128,
    },
  ],
};

function shown(form: FormState, locale: Parameters<typeof aidMessages.in>[0], example?: string): Reply {
  const t = aidMessages.in(locale);
  const body = <EasyJapanesePage form={form} example={example} />;
  return {
    ...(page(t.plain('title'), body) as Extract<Reply, { kind: 'page' }>),
    found: { description: t.plain('lead') },
  };
}
