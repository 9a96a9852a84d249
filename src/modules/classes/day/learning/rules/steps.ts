import hiragana from './hiragana.json' with { type: 'json' };

/** The rows of the kana, each by its first five sounds: what a child learns one after the other. */
export const ROWS = ['a', 'ka', 'sa', 'ta', 'na', 'ha', 'ma', 'ya', 'ra', 'wa'] as const;
type Row = (typeof ROWS)[number];

const HIRAGANA: Readonly<Record<Row, string>> = hiragana;

/** What comes after the letters. */
export const BEYOND = ['words', 'sentences', 'picture_book'] as const;

export const HIRAGANA_STEPS = ROWS.map((row) => `hiragana_${row}` as const);
export const KATAKANA_STEPS = ROWS.map((row) => `katakana_${row}` as const);
export const STEPS = [...HIRAGANA_STEPS, ...KATAKANA_STEPS, ...BEYOND] as const;
export type Step = (typeof STEPS)[number];

export const isStep = (word: string): word is Step => STEPS.some((step) => step === word);

/** The letters of a row, in hiragana or katakana; null for what is not one. */
export function lettersOf(step: Step): string | null {
  const [script, row] = step.split('_') as [string, Row];
  const letters = HIRAGANA[row];
  if (letters === undefined) return null;
  return script === 'hiragana'
    ? letters
    : letters.replace(/[ぁ-ゖ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60));
}

/**
 * What changes where a tutor says what a child can do today: what was ticked by mistake is taken out. Compared with what was
 * ticked when the form was drawn, so that nobody takes out what another tutor has seen meanwhile.
 */
export function changesOf(drawn: readonly Step[], said: readonly Step[]) {
  return {
    reached: said.filter((step) => !drawn.includes(step)),
    takenBack: drawn.filter((step) => !said.includes(step)),
  };
}
