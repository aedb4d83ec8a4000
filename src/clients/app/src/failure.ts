import { CombinedGraphQLErrors } from '@apollo/client';
import { type ErrorCode, type ErrorExtensions, isErrorCode } from 'meishi-schema';

/** What a person is told, and what can be done. */
export interface Failure {
  code: ErrorCode | 'OFFLINE' | 'UNREACHABLE';
  title: string;
  detail: string;
  /** Whether the same request may succeed later, and after how many seconds if that is known. */
  retryable: boolean;
  retryAfterSeconds?: number;
  /** Only the start of the list is of use. */
  restart: boolean;
}

const TITLES: Partial<Record<ErrorCode, string>> = {
  UPSTREAM_RATE_LIMITED: 'Too many requests just now',
  UPSTREAM_TIMEOUT: 'LINE WORKS did not answer in time',
  UPSTREAM_UNAVAILABLE: 'LINE WORKS cannot be reached',
  UPSTREAM_INVALID: 'LINE WORKS sent something unreadable',
  UPSTREAM_UNAUTHORIZED: 'Access to LINE WORKS has to be set up again',
  UPSTREAM_FORBIDDEN: 'These contacts are not accessible',
  OPERATION_TIMEOUT: 'This took too long',
  OVERLOADED: 'The server is busy',
  SHUTTING_DOWN: 'The server is restarting',
  CURSOR_STALE: 'The list has changed',
  INVALID_CURSOR: 'The list has changed',
  FEATURE_DISABLED: 'This is not possible here',
  INVALID_ARGUMENT: 'This cannot be searched for',
  INVALID_ID: 'There is no such contact',
};

const RESTART: readonly ErrorCode[] = ['CURSOR_STALE', 'INVALID_CURSOR'];

/** Reads an error by the code that each of the gateway's has. Everything else did not come from the gateway. */
export function failureOf(error: unknown): Failure {
  const first = CombinedGraphQLErrors.is(error) ? error.errors[0] : undefined;
  const extensions = first?.extensions as ErrorExtensions | undefined;
  if (first && extensions && isErrorCode(extensions.code)) {
    const { code, retryable, retryAfterSeconds } = extensions;
    return {
      code,
      title: TITLES[code] ?? 'This did not work',
      detail: first.message,
      retryable,
      retryAfterSeconds,
      restart: RESTART.includes(code),
    };
  }
  return navigator.onLine
    ? { code: 'UNREACHABLE', title: 'The server cannot be reached', detail: 'Nothing was answered.', retryable: true, restart: false }
    : { code: 'OFFLINE', title: 'You are offline', detail: 'The list goes on when you are back.', retryable: true, restart: false };
}
