/** What of a report may be told to everybody. */
export interface Tellable {
  readonly paragraphs: readonly string[];
  /** How many sentences were left out. */
  readonly leftOut: number;
}

const ADDRESS =
  /\S+@\S+|https?:\/\/|[\d０-９]{2,4}[-−ー‐(（)）][\d０-９]{2,4}[-−ー‐)）]?[\d０-９]{3,4}|[\d０-９]{9,}/;
/** One to four of somebody: whoever was there knows who they were. */
const FEW =
  /(?<![\d０-９.,，十百千])[1-4１-４一二三四](?:人|名|組|家族|世帯)|ひとり|ふたり|\b(?:[1-4]|one|two|three|four|a|an)\s+(?:\w+\s+)?(?:people|persons?|part(?:y|ies)|famil(?:y|ies)|adults?|child(?:ren)?|m[ae]n|wom[ae]n|residents?|volunteers?|participants?)\b/i;

/**
 * A report as a story can begin with it: sentences that name somebody of the event, hold an address or a number to call, or
 * count fewer than five are left out whole. What is left is read by a person and by everybody who is in it before it is shown.
 * @param names of all who had to do with the event
 */
export function tellable(report: string, names: readonly string[]): Tellable {
  const isNamed = namesIn(names);
  const isLeftOut = (sentence: string) => ADDRESS.test(sentence) || FEW.test(sentence) || isNamed(sentence);
  let leftOut = 0;
  const paragraphs = report.split(/\n\s*\n/).flatMap((paragraph) => {
    const sentences = paragraph.trim().split(/(?<=[。！？\n]|[.!?](?=\s))/);
    const kept = sentences.filter((one) => !isLeftOut(one));
    leftOut += sentences.length - kept.length;
    return kept.join('').trim() || [];
  });
  return { paragraphs, leftOut };
}

/** Whole names and each part of them; a part of one letter is in too many words. */
function namesIn(names: readonly string[]): (sentence: string) => boolean {
  const parts = new Set(
    names.flatMap((name) => [name, ...name.split(/[\s・,、]+/)]).map((part) => part.trim()),
  );
  const all = [...parts].filter((part) => [...part].length > 1);
  const latin = all
    .filter((part) => /^[\p{Script=Latin}\s'.-]+$/u.test(part))
    .map((part) => RegExp.escape(part));
  const pattern = latin.length > 0 ? new RegExp(`(?<!\\p{L})(?:${latin.join('|')})(?!\\p{L})`, 'iu') : null;
  const others = all.filter((part) => !/^[\p{Script=Latin}\s'.-]+$/u.test(part));
  return (sentence) => pattern?.test(sentence) === true || others.some((part) => sentence.includes(part));
}
