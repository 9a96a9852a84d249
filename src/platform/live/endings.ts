/** Said when a session has ended; by the database itself, in the transaction that ends it (migration 0063). */
export const endedSession = (sessionId: string): string => `ended session:${sessionId}`;

/** Said when somebody gets or loses a role: what they may listen to is another thing from now on. */
export const changedRoles = (personId: string): string => `changed roles:${personId}`;
