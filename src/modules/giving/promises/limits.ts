/** The least and most yen that somebody gives every month; by the page where one changes it the same as where one begins. */
export const LEAST_MONTHLY = 1_000;
export const MOST_MONTHLY = 1_000_000;
/** For how many months somebody can pause. */
export const PAUSES = ['1', '2', '3', '6'] as const;
/** What was announced and not paid for at the provider's page by then has come to nothing. */
export const ANNOUNCED_DAYS = 3;
