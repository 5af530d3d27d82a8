export { createGuard, type Guard, type GuardConfig } from './guard';
export { createOutbound } from './outbound';
