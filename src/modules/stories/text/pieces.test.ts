import { describe, expect, test } from 'vitest';
import { hashOf } from '../../../kits/pieces/index.ts';
import { originOfText, piecesOf, proposedByMachine, sourcePieces, translatedPieces } from './pieces.ts';

const source = sourcePieces(['A title', 'We met.', 'We laughed.']);
const machine = proposedByMachine(['題', '会いました。', '笑いました。'], source, []);

test('a text is its title and its paragraphs', () => {
  expect(piecesOf(' Title ', 'One.\nStill one.\n\n\n  Two.\n')).toEqual([
    'Title',
    'One.\nStill one.',
    'Two.',
  ]);
});

describe('a machine', () => {
  test('fills what is empty, and says so', () => {
    expect(machine.map(({ origin, text }) => [origin, text])).toEqual([
      ['machine', '題'],
      ['machine', '会いました。'],
      ['machine', '笑いました。'],
    ]);
    expect(originOfText(machine)).toBe('machine');
  });

  test('never touches the words of a person, also where the source has changed under them', () => {
    const human = translatedPieces(['題', 'お会いしました。', '笑いました。'], source, machine, 'person');
    const changed = sourcePieces(['A title', 'We met twice.', 'We laughed a lot.']);
    const again = proposedByMachine(['題名', '二度会いました。', '大笑いしました。'], changed, human);
    expect(again.map(({ text, origin }) => [text, origin])).toEqual([
      ['題名', 'machine'],
      ['お会いしました。', 'person'],
      ['大笑いしました。', 'machine'],
    ]);
    expect(again[1]?.of).toBe(hashOf('We met.'));
  });
});

test('what a person has looked at is checked; what they wrote anew is theirs', () => {
  const checked = translatedPieces(['題', '会いました。', 'よく笑いました。'], source, machine, 'checked');
  expect(checked.map(({ origin }) => origin)).toEqual(['checked', 'checked', 'checked']);
  const written = translatedPieces(['題', '会いました。', 'よく笑いました。'], source, machine, 'person');
  expect(written.map(({ origin }) => origin)).toEqual(['machine', 'machine', 'person']);
  expect([originOfText(checked), originOfText(written), originOfText(source)]).toEqual([
    'checked',
    'machine',
    'written',
  ]);
});
