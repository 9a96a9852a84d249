import { describe, expect, test } from 'vitest';
import { renderPart } from '../render.ts';
import { Checkbox, Checkboxes, ChoiceCards, Radios, Select } from './choices.tsx';
import { FileField } from './file-field.tsx';
import { PlaceField } from './place-field.tsx';
import { TextArea, TextField } from './text-field.tsx';

const choices = [
  { value: 'a', label: 'First' },
  { value: 'b', label: 'Second', hint: 'More about it' },
];

describe('a field', () => {
  test('ties label, hint and refusal to its input', () => {
    const html = renderPart(
      <TextField name="name" label="Name" hint="A nickname" refusal="Write a name." />,
      'en',
    );
    expect(html).toContain('<label class="field-label" for="name">');
    expect(html).toContain('aria-describedby="name-hint name-refusal"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('id="name-hint">A nickname');
    expect(html).toMatch(/id="name-refusal">.*Write a name\./);
  });

  test('must be filled in unless it says that it may stay empty', () => {
    expect(renderPart(<TextField name="name" label="Name" />, 'en')).toContain(' required');
    const optional = renderPart(<TextField name="name" label="Name" optional />, 'en');
    expect(optional).not.toContain(' required');
    expect(optional).toContain('> optional<');
  });

  test('keeps what was typed, whatever it was', () => {
    const typed = '"><b>ﾊﾝｶｸ 𠮷 مرحبا 👩‍👩‍👧';
    const html = renderPart(<TextField name="name" label="Name" value={typed} />, 'en');
    expect(html).toContain('value="&quot;>&lt;b>ﾊﾝｶｸ 𠮷 مرحبا 👩‍👩‍👧"');
    expect(renderPart(<TextArea name="t" label="T" value={typed} />, 'en')).toContain('&lt;b');
  });

  test('with a limit tells it before typing and brings the words for counting', () => {
    const html = renderPart(
      <TextArea name="story" label="Story" maxLength={1000} hint="Any language" />,
      'en',
    );
    expect(html).toContain('aria-describedby="story-hint story-count"');
    expect(html).toContain('Up to 1,000 characters.');
    expect(html).toContain('data-left="Characters left: {n}"');
    expect(html).not.toContain('maxlength');
  });

  test('for a file tells the greatest size', () => {
    expect(renderPart(<FileField name="photo" label="Photo" megabytes={10} />, 'en')).toContain(
      'up to 10 MB',
    );
  });
});

describe('choices', () => {
  test('are one question with a legend; the first carries the name as its id for the summary’s link', () => {
    const html = renderPart(
      <Radios name="talk" label="How?" choices={choices} value="b" refusal="Choose one." />,
      'en',
    );
    expect(html).toMatch(/^<fieldset[^>]*aria-describedby="talk-refusal"/);
    expect(html).toContain('<legend class="field-label">How?</legend>');
    expect(html).toMatch(/id="talk" name="talk" value="a"/);
    expect(html).toMatch(/value="b" checked/);
    expect(html).toContain('aria-describedby="talk-b-about"');
  });

  test('of many say once that they are refused', () => {
    const html = renderPart(<Checkboxes name="by" label="By?" choices={choices} refusal="Choose." />, 'en');
    expect(html.match(/aria-invalid/g)).toHaveLength(1);
    expect(html).toMatch(/^<fieldset[^>]*aria-describedby="by-refusal"/);
  });

  test('of any number are never required by the browser', () => {
    const html = renderPart(<Checkboxes name="by" label="By?" choices={choices} values={['a', 'b']} />, 'en');
    expect(html.match(/checked/g)).toHaveLength(2);
    expect(html).not.toContain('required');
  });

  test('on cards have a picture that screen readers skip', () => {
    const cards = [{ value: 'admin', label: 'Office', picture: 'admin' as const }];
    expect(renderPart(<ChoiceCards name="what" label="What?" choices={cards} />, 'en')).toMatch(
      /<svg class="illustration"[^>]*aria-hidden="true"/,
    );
  });

  test('of one box send "on" and keep the tick', () => {
    expect(renderPart(<Checkbox name="pledge" label="I will" checked />, 'en')).toMatch(/value="on" checked/);
  });

  test('of a list in which one always holds are not required: nothing can be missing', () => {
    const orders = [{ value: 'near', label: 'Nearest first' }];
    const html = renderPart(<Select name="order" label="Order" options={orders} value="near" always />, 'en');
    expect(html).not.toContain('required');
  });

  test('in a drop-down begin with a request to choose, and stand in their groups', () => {
    const options = [
      { value: '1', label: 'Shinjuku', group: 'Tokyo' },
      { value: '2', label: 'Kawasaki', group: 'Kanagawa' },
    ];
    const html = renderPart(<Select name="ward" label="Ward" options={options} value="2" />, 'en');
    expect(html).toContain('<option value>Please choose</option>');
    expect(html).toMatch(/<optgroup label="Kanagawa"><option value="2" selected>/);
  });
});

test('a place is asked by postcode or by municipality and town, each with its own refusal', () => {
  const html = renderPart(
    <PlaceField
      name="place"
      label="Where?"
      municipalities={[{ value: '13104', label: 'Shinjuku' }]}
      value={{ postcode: '169-0072' }}
      refusals={{ town: 'We do not know this town.' }}
    />,
    'en',
  );
  expect(html).toMatch(/name="place.postcode"[^>]*value="169-0072"/);
  expect(html).toContain('name="place.municipality"');
  expect(html).toMatch(/id="place.town-refusal">.*We do not know this town\./);
});

test('the few towns of a postcode say the number that an address in Latin letters begins with', () => {
  const draw = (locale: 'en' | 'ja') =>
    renderPart(
      <PlaceField
        name="place"
        label="Where?"
        municipalities={[]}
        townsOfPostcode={[
          { municipalityCode: '13107', name: '錦糸一丁目' },
          { municipalityCode: '13107', name: '押上' },
        ]}
      />,
      locale,
    );
  expect(draw('en')).toContain(
    '<option value="錦糸一丁目">Kinshi 1-chome (錦糸一丁目)</option><option value="押上">Oshiage (押上)<',
  );
  expect(draw('ja')).toContain('<option value="錦糸一丁目">錦糸一丁目<');
});
