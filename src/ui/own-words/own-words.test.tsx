import { expect, test } from 'vitest';
import { renderPart } from '../render.ts';
import { OwnWords } from './own-words.tsx';

test('what somebody wrote is read aloud in its own language on every page', () => {
  const html = renderPart(<OwnWords as="p">I wait at the gate.</OwnWords>, 'ja');
  expect(html).toBe('<p class="kept-lines" lang="en" dir="auto">I wait at the gate.</p>');
});

test('where the language can’t be told, none is claimed', () => {
  expect(renderPart(<OwnWords>मलाई</OwnWords>, 'en')).toBe('<span class="kept-lines" dir="auto">मलाई</span>');
});

test('each line is in its own language where they are in several', () => {
  expect(renderPart(<OwnWords>{'Which paper is it about?\nどの書類のことですか。'}</OwnWords>, 'en')).toBe(
    '<span class="kept-lines" dir="auto"><span lang="en">Which paper is it about?</span>\n<span lang="ja">どの書類のことですか。</span></span>',
  );
});
