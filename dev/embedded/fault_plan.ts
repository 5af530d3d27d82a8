import { createRandom } from '../../common/random';
import type { Call } from './fault_calls';

export type Fault =
  /** S3's AccessDenied, 403. */
  | { kind: 'denied' }
  /** S3's InternalError, 500. */
  | { kind: 'internal' }
  /** S3's SlowDown, 503. */
  | { kind: 'slow_down' }
  /** OpenSearch's answer when its queues are full, 429. */
  | { kind: 'too_many' }
  /** Any other answer. */
  | { kind: 'answer'; status: number; body: string; contentType: string }
  /** The call is handed on after a while. */
  | { kind: 'slow'; ms: number }
  /** The connection breaks within the answer's body. */
  | { kind: 'cut'; afterBytes: number }
  /** The connection breaks before any answer. */
  | { kind: 'drop' };

/** Which fault a call meets, if any. */
export type FaultPlan = (call: Call) => Fault | undefined;

export interface Match {
  method?: string;
  kind?: string;
  path?: RegExp;
}

/** Whether a call is of this method, of this kind and its path fits. */
export function matches(call: Call, match: Match): boolean {
  return (
    (match.method === undefined || match.method === call.method) &&
    (match.kind === undefined || match.kind === call.kind) &&
    (match.path === undefined || match.path.test(call.path))
  );
}

/** The fault for every call that matches, or only for the first `times` of them. */
export function always(fault: Fault, match: Match = {}, times = Infinity): FaultPlan {
  let left = times;
  return (call) => (matches(call, match) && left-- > 0 ? fault : undefined);
}

/** One entry per matching call, in order; undefined lets a call through, and so does the end of the list. */
export function script(faults: Array<Fault | undefined>, match: Match = {}): FaultPlan {
  let next = 0;
  return (call) => (matches(call, match) ? faults[next++] : undefined);
}

/** A fault out of `faults` for a share of the matching calls (0 to 1): the same calls in the same order meet the same faults. */
export function seeded(seed: number, share: number, faults: Fault[], match: Match = {}): FaultPlan {
  const random = createRandom(seed);
  return (call) => (matches(call, match) && random.next() < share ? random.pick(faults) : undefined);
}

/** The first plan that has a fault for the call. */
export function firstOf(...plans: FaultPlan[]): FaultPlan {
  return (call) => {
    for (const plan of plans) {
      const fault = plan(call);
      if (fault) return fault;
    }
    return undefined;
  };
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** The answer of a fault that has one. S3's error codes: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export function faultAnswer(fault: Fault, call: Call): Answer {
  switch (fault.kind) {
    case 'denied':
      return s3Error(403, 'AccessDenied', 'Access Denied', call);
    case 'internal':
      return s3Error(500, 'InternalError', 'We encountered an internal error. Please try again.', call);
    case 'slow_down':
      return s3Error(503, 'SlowDown', 'Please reduce your request rate.', call);
    case 'too_many':
      return json(429, {
        error: { type: 'opensearch_rejected_execution_exception', reason: 'rejected execution' },
        status: 429,
      });
    case 'answer':
      return { status: fault.status, headers: { 'content-type': fault.contentType }, body: fault.body };
    default:
      throw new Error(`the fault "${fault.kind}" has no answer of its own`);
  }
}

function s3Error(status: number, code: string, message: string, call: Call): Answer {
  const body =
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message>` +
    `<Resource>${escapeXml(call.path)}</Resource><RequestId>FAULTPROXY000000</RequestId></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body: call.method === 'HEAD' ? '' : body };
}

function json(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function escapeXml(text: string): string {
  return text.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
}
