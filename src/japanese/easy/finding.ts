/** The rules of easy Japanese that a program can check; the README beside easy.ts says each in words. */
export type EasyRule =
  | 'Y1'
  | 'Y2'
  | 'Y3'
  | 'Y4'
  | 'Y5'
  | 'Y6'
  | 'Y7'
  | 'Y8'
  | 'Y9'
  | 'Y10'
  | 'Y11'
  | 'Y12'
  | 'Y13'
  | 'Y14'
  | 'Y15'
  | 'Y16';

/**
 * One place that is not easy Japanese. `refused` must be mended, `advised` should be looked at.
 * `at` counts UTF-16 units in the text as given, notation included.
 */
export type Finding = {
  rule: EasyRule;
  level: 'refused' | 'advised';
  at: number;
  params: Readonly<Record<string, string | number>>;
};
