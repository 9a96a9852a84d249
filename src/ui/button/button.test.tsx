import { describe, expect, test } from 'vitest';
import { rubyWords } from '../../platform/languages/messages.tsx';
import { renderPart } from '../render.ts';
import { ActionForm } from './action-form.tsx';
import { Button } from './button.tsx';

describe('a button', () => {
  test('is quiet unless it is told to be the main one', () => {
    expect(renderPart(<Button>Go</Button>, 'en')).toContain('data-kind="quiet"');
    expect(renderPart(<Button kind="main">Go</Button>, 'en')).toContain('data-kind="main"');
  });

  test('with an address is a link in the reader’s language', () => {
    expect(renderPart(<Button href="/spot">Go</Button>, 'ja-easy')).toMatch(
      /^<a [^>]*href="\/ja-easy\/spot"/,
    );
    expect(renderPart(<Button href="tel:119">Go</Button>, 'en')).toContain('href="tel:119"');
  });

  test('with words for a voice alone is called by them, and shows its own with their readings', () => {
    const shown = { label: 'Ashaさんを けす', children: rubyWords('消《け》す') };
    for (const html of [
      renderPart(<Button {...shown} />, 'ja-easy'),
      renderPart(<Button {...shown} disabledReason="まだです。" />, 'ja-easy'),
    ]) {
      expect(html).toMatch(/<span aria-hidden="true"><ruby>消/);
      expect(html).toContain('<span class="visually-hidden">Ashaさんを けす</span></button>');
      expect(html).not.toContain('aria-label');
    }
  });

  test('that may not be pressed says why and sends nothing, also when it would have been a link', () => {
    for (const href of [undefined, '/spot']) {
      const html = renderPart(
        <Button href={href} disabledReason="You have another visit then.">
          Yes
        </Button>,
        'en',
      );
      expect(html).toContain('type="button"');
      expect(html).not.toContain('href');
      const id = /aria-describedby="([^"]+)"/.exec(html)?.[1];
      expect(html).toContain(`id="${id}">You have another visit then.`);
    }
  });
});

describe('an action of one press', () => {
  test('posts to the reader’s language with the key and the hidden fields it was given', () => {
    const html = renderPart(
      <ActionForm action="/spot/1/acceptance" idempotencyKey="k1" hidden={{ version: '3' }}>
        Yes
      </ActionForm>,
      'en',
    );
    expect(html).toContain('method="post" action="/en/spot/1/acceptance"');
    expect(html).toContain('name="idempotency_key" value="k1"');
    expect(html).toContain('name="version" value="3"');
  });

  test('gets a new key for every drawing when none is given', () => {
    const key = () =>
      /idempotency_key" value="([^"]+)"/.exec(renderPart(<ActionForm action="/a">Go</ActionForm>, 'en'))?.[1];
    expect(key()).toHaveLength(36);
    expect(key()).not.toBe(key());
  });

  test('asks once more when it has something to confirm', () => {
    const html = renderPart(
      <ActionForm action="/a" confirm="They will be told.">
        Cancel
      </ActionForm>,
      'en',
    );
    expect(html).toMatch(/<details.*<summary.*They will be told\..*<form/s);
  });

  test('has no form at all when it may not be done', () => {
    const html = renderPart(
      <ActionForm action="/a" disabledReason="Closed.">
        Go
      </ActionForm>,
      'en',
    );
    expect(html).not.toContain('<form');
    expect(html).toContain('Closed.');
  });
});
