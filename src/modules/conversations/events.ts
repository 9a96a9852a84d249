import { defineEvents } from '../../platform/events/define.ts';

export const conversationEvents = defineEvents({
  'conversations.message.sent': ['messageId', 'threadId', 'authorId', 'subjectKind', 'subjectId'],
});
export const { publish } = conversationEvents;
