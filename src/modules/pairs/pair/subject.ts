/** As conversations, concerns and the audit name a pair. */
export const PAIR = 'pairs.pair';
