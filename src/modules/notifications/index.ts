export type { NotificationServices } from './mail/send.ts';
export { notificationsModule } from './module.ts';
export { notificationsPaths } from './paths.ts';
export { forgetNews } from './store/notifications.ts';
