/** Begins every word that is found nowhere else; who has one has read what somebody wrote. */
export const STEM = 'Zaubernuss';

const said = <const Name extends string>(...names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, `${STEM}${name}`])) as Record<Name, string>;

/** What is known of a child and those around, each in words of its own. */
export const OF_CHILD = {
  ...said('Name', 'School', 'Note', 'NotTold', 'Second', 'Fetcher', 'Allergy', 'Medicine'),
  ...said('Barred', 'Looks', 'BarReason', 'BarSource', 'BarCall', 'Incident', 'Later', 'Record'),
  Phone: '090-4711-0001',
  SecondPhone: '090-4711-0002',
  FetcherPhone: '090-4711-0003',
} as const;

/** What is written in a consultation. */
export const OF_MATTER = {
  ...said('Words', 'More', 'Times', 'Reply', 'Inside', 'Reason', 'Advice', 'Japanese', 'Reader'),
  ...said('Task', 'Place', 'Expert', 'Interpreter', 'Party', 'Kana'),
  ...said('Sentence', 'Told'),
  CallAt: '090-4711-0004',
} as const;

export type Fact = keyof typeof OF_CHILD | keyof typeof OF_MATTER;

const ALL = Object.entries({ ...OF_CHILD, ...OF_MATTER }) as [Fact, string][];

/** Which facts somebody reads in a text, in order. */
export const factsIn = (text: string): Fact[] =>
  ALL.filter(([, words]) => text.includes(words)).map(([fact]) => fact);

/** As which bytes a text may lie somewhere: as it is, in hexadecimal, in base64 wherever it begins, and two bytes a letter. */
function writings(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // The first and last letters hang on what stands around.
    return Buffer.from(whole.slice(Math.ceil((before * 4) / 3), -4));
  });
  return [bytes, Buffer.from(bytes.toString('hex')), ...base64, Buffer.from(text, 'utf16le')];
}

const TOLD = [STEM, '090-4711-', '09047110'].flatMap(writings);

/** Whether somebody who has only these bytes can read anything of it. */
export const tells = (bytes: Buffer): boolean => TOLD.some((writing) => bytes.includes(writing));
