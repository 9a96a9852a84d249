import { expect, test } from 'vitest';
import { draw } from '../../../platform/languages/draw.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import type { Thread, ThreadKind } from '../types.ts';
import { ThreadPage } from './views.tsx';

const [asked, staff] = [crypto.randomUUID(), crypto.randomUUID()];

function noticeOf(kind: ThreadKind, reader: string, locale: Locale = 'en'): string {
  const thread: Thread = {
    id: crypto.randomUUID(),
    kind,
    subject: { kind: 'spot.request', id: crypto.randomUUID() },
    openedAt: Temporal.Now.instant(),
    closedAt: null,
    participantIds: [asked],
    formerIds: [],
  };
  const page = (
    <ThreadPage
      thread={thread}
      subject={{ about: 'a visit', back: { href: '/', label: 'back' }, purpose: 'asking' }}
      messages={{ rows: [], next: null }}
      after={null}
      names={new Map()}
      reader={reader}
      readers={[]}
      form={FormState.fresh()}
    />
  );
  return draw(page, locale);
}

test.each([
  ['two who meet', 'visit', asked, 'the other person and by the coordinators'],
  ['one who asks', 'asking', asked, 'Only the coordinators read what you write here.'],
  ['a coordinator', 'asking', staff, 'Only this person and the coordinators read this.'],
] as const)('%s read above a conversation who reads it', (_who, kind, reader, sentence) => {
  expect(noticeOf(kind, reader)).toContain(sentence);
});

test('that coordinators read Japanese is said to all but who writes it', () => {
  expect(noticeOf('asking', asked)).toContain('The coordinators read Japanese and English.');
  expect(noticeOf('asking', asked, 'ja')).not.toContain('コーディネーターは日本語と英語を読みます');
});
