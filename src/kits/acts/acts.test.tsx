import { describe, expect, test } from 'vitest';
import { defineMessages } from '../../platform/languages/messages.tsx';
import { defineLife, legalSteps } from '../../platform/life.ts';
import { refuse } from '../../platform/refusal.ts';
import { requiredText, text } from '../../platform/web/form-fields.ts';
import { FormState } from '../../platform/web/form-state.ts';
import { missing } from '../../platform/web/route.ts';
import { renderPart } from '../../ui/render.ts';
import {
  ActForm,
  actRoutes,
  Decision,
  fieldsOf,
  finalStates,
  lifeRows,
  lifeTable,
  mayDo,
  Press,
  sentAt,
} from './index.ts';

const life = defineLife({
  noun: 'sample.book',
  acts: {
    offer: { from: [], to: 'offered', by: ['owner'], tells: ['reader'], event: 'sample.book.offered' },
    lend: { from: ['offered'], to: 'lent', by: ['owner', 'reader'], event: 'sample.book.lent' },
    praise: { from: ['lent', 'returned'], by: ['reader'], audit: 'sample.book.praised' },
    give_back: {
      from: ['lent'],
      to: 'returned',
      by: ['reader'],
      when: 'in one piece',
      event: 'sample.book.returned',
    },
  },
  refuses: (_, state) => refuse(state === 'returned' ? 'book_is_back' : 'book_is_elsewhere').refusal,
});

const said = { done: 'Done', go: 'Go' };
const words = defineMessages({ ja: said, 'ja-easy': said, en: said, 'zh-Hans': said });
const forms = sentAt({
  at: '/books/:id',
  life,
  words,
  sent: {
    lending: {
      act: 'lend',
      input: { reason: requiredText(20), 'times.0': text(5) },
      says: 'done',
      versioned: true,
    },
    return: { act: 'give_back', says: 'done' },
    praise: { act: 'praise', input: { reason: text(20), praise: text(20) }, says: 'done', to: '/books' },
  },
});

const codeOf = (outcome: ReturnType<typeof mayDo>) => (outcome.ok ? null : outcome.refusal.code);
const shown = (state: 'offered' | 'lent' | 'returned', form = FormState.fresh()) => ({
  id: 'b1',
  state,
  form,
  version: 3,
});

describe('a life', () => {
  test.each([
    ['lend', 'offered', 'owner', null],
    ['lend', 'lent', 'owner', 'book_is_elsewhere'],
    ['give_back', 'lent', 'owner', 'this_is_not_yours_to_do'],
    ['give_back', 'returned', 'reader', 'book_is_back'],
    ['offer', null, 'owner', null],
    ['lend', null, 'owner', 'book_is_elsewhere'],
    ['praise', 'returned', 'reader', null],
  ] as const)('%s from %s by %s is refused with %s', (act, state, party, code) => {
    expect(codeOf(mayDo(life, act, { state, party }))).toBe(code);
  });

  test('is judged without a part where the route knows who may', () => {
    expect(codeOf(mayDo(life, 'give_back', { state: 'lent' }))).toBeNull();
  });

  test('knows its steps, where it ends, and the rows of its migration', () => {
    expect(legalSteps(life).map(({ act, from, to }) => [act, from, to])).toEqual([
      ['offer', null, 'offered'],
      ['lend', 'offered', 'lent'],
      ['give_back', 'lent', 'returned'],
    ]);
    expect(finalStates(life)).toEqual(['returned']);
    expect(lifeRows(life)).toContain("('sample.book', 'offer', null, 'offered'),");
  });

  test('reads as a table', () => {
    const rows = lifeTable(life)
      .split('\n')
      .map((row) => row.split('|').map((cell) => cell.trim()));
    expect(rows[2]?.slice(1, -1)).toEqual([
      'offer',
      '–',
      'offered',
      'owner',
      'reader',
      '`sample.book.offered`',
    ]);
    expect(rows[4]?.slice(1, -1)).toEqual(['praise', 'lent, returned', 'as before', 'reader', '–', '–']);
    expect(rows[5]?.[4]).toBe('reader; in one piece');
    expect(
      new Set(
        lifeTable(life)
          .split('\n')
          .map(({ length }) => length),
      ).size,
    ).toBe(1);
  });
});

describe('the routes of a table', () => {
  const door = {
    access: ['coordinator'],
    on: () => null,
    about: () => ({ object: { kind: 'sample.book', id: 'b1' } }),
    again: () => missing(),
  } as const;
  const nothing = async () => refuse('book_is_elsewhere');

  test('have the audit names of their acts, and fields of their own', () => {
    const routes = actRoutes(forms, door, { lending: nothing, return: nothing, praise: nothing });
    expect(routes.map(({ method, path, audit }) => [method, path, audit])).toEqual([
      ['POST', '/books/:id/lending', 'sample.book.lent'],
      ['POST', '/books/:id/return', 'sample.book.returned'],
      ['POST', '/books/:id/praise', 'sample.book.praised'],
    ]);
    const [lending] = routes;
    expect(lending?.schema?.safeParse({ reason: 'x', 'times.0': '', version: '3', seen: '' }).success).toBe(
      true,
    );
    expect(lending?.schema?.safeParse({ reason: 'x', 'times.0': '' }).success).toBe(false);
  });

  test('are not made for what would leave no entry', () => {
    const silent = sentAt({ at: '/books/:id', life, words, sent: { reading: { says: 'done' } } });
    expect(() => actRoutes(silent, door, { reading: nothing })).toThrow('leaves no entry');
  });
});

describe('a button', () => {
  const press = (state: 'offered' | 'lent') =>
    renderPart(
      <Press table={forms} act="return" of={shown(state)}>
        Go
      </Press>,
      'en',
    );

  test('is there only where its act leads on', () => {
    expect(press('lent')).toContain('action="/en/books/b1/return"');
    expect(press('offered')).toBe('');
  });

  test('says why not in the place of sending', () => {
    const html = renderPart(
      <ActForm table={forms} act="praise" of={shown('lent')} button="Go" whyNot="Nobody has read it.">
        {null}
      </ActForm>,
      'en',
    );
    expect(html).toContain('aria-disabled="true"');
    expect(html).toContain('Nobody has read it.');
  });
});

describe('a form behind a line', () => {
  const decision = (values: Record<string, string>, refusals: { code: string; field: string }[] = []) => {
    const typed = new Map(Object.entries(values).map(([name, value]) => [name, [value]]));
    const form = new FormState(typed, refusals, () => '');
    return renderPart(
      <Decision table={forms} act="lending" of={shown('offered', form)} summary="Lend" button="Go">
        {null}
      </Decision>,
      'en',
    );
  };

  test('carries the version from which it was made', () => {
    expect(decision({})).toContain('name="version" value="3"');
    expect(decision({})).not.toMatch(/<details[^>]* open/);
  });

  test('opens with what was typed or refused in it, not by a name that another form has, too', () => {
    expect(decision({ 'times.0': '10:00' })).toMatch(/<details[^>]* open/);
    expect(decision({}, [{ code: 'x', field: 'times' }])).toMatch(/<details[^>]* open/);
    expect(decision({ reason: 'Because' })).not.toMatch(/<details[^>]* open/);
  });
});

test('refusals stand beside the fields of a table, groups by their first part', () => {
  expect(fieldsOf(forms)).toEqual(['reason', 'times', 'praise']);
  expect(fieldsOf(forms, 'praise')).toEqual(['reason', 'times']);
});
