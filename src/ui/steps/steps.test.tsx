import { expect, test } from 'vitest';
import { renderPart } from '../render.ts';
import { Step, Steps } from './steps.tsx';

test('the progress marks the step of now and those behind', () => {
  const html = renderPart(<Steps titles={['What', 'When', 'Where']} current={2} />, 'en');
  expect(html.match(/data-done="true"/g)).toHaveLength(1);
  expect(html).toMatch(/<li data-done="false" aria-current="step">.*When/);
  expect(html).toContain('<span class="visually-hidden steps-done">Done: </span>What');
});

test('a step is a plain section without scripts: nothing of it is hidden but the buttons that need them', () => {
  const html = renderPart(
    <Step id="when" title="When?" step={1} steps={3}>
      <p>Fields</p>
    </Step>,
    'en',
  );
  expect(html).toMatch(/^<section class="step" id="when" data-step="true" aria-labelledby="when-title">/);
  expect(html.match(/ hidden/g)).toHaveLength(1);
  expect(html).toContain('Step 1 of 3');
  expect(html).not.toContain('data-step-back');
});

test('the last step has no next', () => {
  const last = renderPart(
    <Step id="send" title="Send" step={3} steps={3}>
      {null}
    </Step>,
    'en',
  );
  expect(last).not.toContain('data-step-next');
  expect(last).toContain('data-step-back');
});
