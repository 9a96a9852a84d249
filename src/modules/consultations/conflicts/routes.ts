import type { Route } from '../../../platform/web/route.ts';
import { deskPartyRoutes } from './desk.tsx';

export const conflictRoutes: readonly Route[] = deskPartyRoutes;
