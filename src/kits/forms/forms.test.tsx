import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineMessages } from '../../platform/languages/messages.tsx';
import { requiredText, text } from '../../platform/web/form-fields.ts';
import { FormState } from '../../platform/web/form-state.ts';
import { renderPart } from '../../ui/index.ts';
import {
  consent,
  days,
  defineForm,
  duration,
  FilledIn,
  line,
  oneOf,
  someOf,
  tick,
  timeOfDay,
  unseen,
  whole,
  yearlyPeriods,
} from './index.ts';

const words = {
  first_name: 'First name',
  first_name_hint: 'As you like',
  size: 'Size',
  more: 'More',
  agreed: 'I agree',
};
const at = { at: 'When' };
const messages = defineMessages({ ja: words, 'ja-easy': words, en: words, 'zh-Hans': words });

const form = defineForm(messages, [
  line('firstName', requiredText(20), { hint: 'first_name_hint' }),
  oneOf('size', z.enum(['small', 'large'], { message: 'choose_one' }), {
    under: 'more',
    choices: () => [
      { value: 'small', label: 'Small' },
      { value: 'large', label: 'Large' },
    ],
  }),
  unseen('seen', text(10)),
  consent('agreed', 'fill_this_in'),
]);

const back = (refusals: { code: string; field: string }[]) =>
  new FormState(new Map([['firstName', ['Ren']]]), refusals, ({ code }) => `<${code}>`);
const draw = (filled: FormState, without: string[] = []) =>
  renderPart(<FilledIn of={form} form={filled} action="/x" button="Send" without={without} />, 'en');

describe('a list of fields', () => {
  it('is a schema that gives values by the names of the fields', () => {
    const read = form.schema.safeParse({ firstName: ' Ren ', size: 'small', agreed: 'on', other: '1' });
    expect(read.data).toEqual({ firstName: 'Ren', size: 'small', seen: '', agreed: true });
    expect(
      form.schema.safeParse({ firstName: '', size: 'huge' }).error?.issues.map(({ path }) => path[0]),
    ).toEqual(['firstName', 'size', 'agreed']);
  });

  it('is drawn in its order, each part under its headline, without what is unseen or not asked', () => {
    const html = draw(form.begin({ firstName: 'Ren', size: 'large', agreed: true }));
    expect(html).toMatch(/First name.*As you like.*value="Ren".*<h2[^>]*>More<\/h2>.*Size.*I agree.*Send/s);
    expect(html).toMatch(/value="large" checked/);
    expect(html).toMatch(/name="agreed" required[^>]* value="on" checked/);
    expect(html).not.toContain('name="seen"');
    expect(draw(form.begin(), ['size'])).not.toContain('Size');
  });

  it('says above what is to be mended, from the first field to the last, each with its name', () => {
    const html = draw(
      back([
        { code: 'b', field: 'size' },
        { code: 'a', field: 'firstName' },
      ]),
    );
    expect(html).toMatch(/href="#firstName"><span[^>]*>First name<.*href="#size"><span[^>]*>Size</s);
  });

  it('gathers a field that is typed under several names, and gives it back to them', () => {
    const size = { name: 'size', label: 'size', type: () => '', draw: () => null } as const;
    const spread = defineForm(messages, [
      line('firstName', requiredText(20)),
      {
        ...size,
        schema: z.object({ 'size.w': text(9), 'size.h': z.enum(['1', '2'], { message: 'too_high' }) }),
        spread: (value: Readonly<Record<string, string>>) => value,
      },
    ]);
    const typed = { 'size.w': '7', 'size.h': '2' } as const;
    const read = spread.schema.safeParse({ firstName: 'Ren', ...typed, other: '1' });
    expect(read.data).toEqual({ firstName: 'Ren', size: typed });
    expect(spread.begin({ size: typed }).value('size.h')).toBe('2');
    const refused = spread.schema.safeParse({ firstName: 'Ren', ...typed, 'size.h': '9' });
    expect(refused.error?.issues).toMatchObject([{ path: ['size'], message: 'too_high' }]);
  });

  it('is refused when the program starts, where no catalog has the words of a field', () => {
    expect(() => defineForm(messages, [line('unknown', text(5))])).toThrow('unknown');
    expect(() => defineForm(messages, [line('size', text(5), { hint: 'no_such_hint' })])).toThrow(
      'no_such_hint',
    );
  });
});

describe('a field gives back what it was given', () => {
  it.each([
    [timeOfDay('at'), '08:30'],
    [whole('at', [1, 9]), 4],
    [tick('at'), true],
    [tick('at'), false],
    [duration('at', [15, 600]), 150],
    [days('at'), ['2026-12-29', '2027-01-02']],
    [yearlyPeriods('at'), [{ from: '12-29', to: '01-03' }]],
  ] as const)('%#', (field, value) => {
    expect(field.schema.safeParse(field.type(value as never)).data).toEqual(value);
  });

  it.each([
    [timeOfDay('at'), '24:00', 'write_a_time_of_day'],
    [whole('at', [1, 9]), '10', 'number_is_out_of_range'],
    [duration('at', [15, 600]), ['0', '10'], 'duration_is_out_of_range'],
    [days('at'), ['2026-02-30'], 'choose_a_day'],
    [yearlyPeriods('at'), ['12', '', '1', '3'], 'choose_a_whole_period'],
  ] as const)('and refuses what it cannot be: %#', (field, typed, code) => {
    expect(field.schema.safeParse(typed).error?.issues[0]?.message).toBe(code);
  });

  it.each([
    [duration('at', [15, 600]), 2],
    [days('at'), 2],
    [yearlyPeriods('at'), 4],
  ] as const)('and marks every part of what was refused: %#', (field, parts) => {
    const ofIt = defineForm(defineMessages({ ja: at, 'ja-easy': at, en: at, 'zh-Hans': at }), [field]);
    const marked = (filled: FormState) =>
      renderPart(<FilledIn of={ofIt} form={filled} action="/x" button="Send" />, 'en').match(/aria-invalid/g);
    expect(marked(back([{ code: 'wrong', field: 'at' }]))).toHaveLength(parts);
    expect(marked(back([]))).toBeNull();
  });

  it('in words, for a summary or a history', () => {
    expect(duration('at', [15, 600]).say?.(150, 'en')).toBe('2 hours 30 minutes');
    expect(yearlyPeriods('at').say?.([{ from: '12-29', to: '01-03' }], 'en')).toBe('Dec 29 – Jan 3');
    expect(days('at').say?.([], 'en')).toBe('none');
  });
});

it('bounds of a number are said as its reader writes them', () => {
  const ofIt = defineForm(defineMessages({ ja: at, 'ja-easy': at, en: at, 'zh-Hans': at }), [
    whole('at', [1, 999_999_999]),
  ]);
  const drawn = renderPart(<FilledIn of={ofIt} form={FormState.fresh()} action="/x" button="Send" />, 'en');
  expect(drawn).toContain('(1 to 999,999,999)');
});

it('answers that are sentences stand below each other, short ones side by side', () => {
  const drawn = (areSentences?: true) => {
    const choices = () => [{ value: 'small', label: 'Small' }];
    const one = defineForm(messages, [
      someOf('size', z.array(z.string()), { choices, ...(areSentences && { areSentences }) }),
    ]);
    return renderPart(<FilledIn of={one} form={one.begin()} action="/x" button="Send" />, 'en');
  };
  expect([drawn().includes('data-inline'), drawn(true).includes('data-inline')]).toEqual([true, false]);
});
