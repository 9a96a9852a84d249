/** What somebody can say is not right: what no pair is for, and whatever does not feel safe. */
export const REPORTS = ['unsafe', 'money', 'dating', 'selling', 'religion', 'other'] as const;
export type Report = (typeof REPORTS)[number];
