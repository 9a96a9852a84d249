import { describe, expect, test } from 'vitest';
import { renderPart } from '../render.ts';
import { Form } from './form.tsx';
import { FormErrors } from './form-errors.tsx';

describe('a form', () => {
  test('posts in the reader’s language with an idempotency key', () => {
    const html = renderPart(<Form action="/spot">{null}</Form>, 'zh-Hans');
    expect(html).toContain('method="post" action="/zh-Hans/spot"');
    expect(html).toContain('name="idempotency_key"');
  });

  test('that only asks carries no key', () => {
    const html = renderPart(
      <Form action="/spot" method="get" hidden={{ sort: 'old' }}>
        {null}
      </Form>,
      'en',
    );
    expect(html).not.toContain('idempotency_key');
    expect(html).toContain('name="sort" value="old"');
  });

  test('with files is sent in parts', () => {
    expect(
      renderPart(
        <Form action="/a" files>
          {null}
        </Form>,
        'en',
      ),
    ).toContain('enctype="multipart/form-data"');
  });
});

describe('the summary above a refused form', () => {
  test('is not there when nothing is wrong', () => {
    expect(renderPart(<FormErrors refusals={[]} />, 'en')).toBe('');
  });

  test('counts, links each sentence to its field, and takes the focus', () => {
    const html = renderPart(
      <FormErrors
        refusals={[
          { field: 'times.0.date', words: 'Choose a day from tomorrow on.' },
          { field: undefined, words: 'Somebody was faster.' },
        ]}
      />,
      'en',
    );
    expect(html).toContain('2 answers need another look');
    expect(html).toContain('<a href="#times.0.date">Choose a day from tomorrow on.</a>');
    expect(html).toContain('<li>Somebody was faster.</li>');
    expect(html).toContain('autofocus');
  });
});
