import { awaitArrivals, missing, readArrivals } from './arrivals';
import { PREFIXES } from '../../server/core/sample_data/generator/log_object';

const FULL = {
  events: Object.fromEntries(Object.keys(PREFIXES).map((type) => [type, 1])),
  alerts: 1,
  mails: 1,
  webhookCalls: 1,
};

describe('what is missing', () => {
  it('is nothing once everything is there', () => {
    expect(missing(FULL)).toEqual([]);
  });

  it('is named', () => {
    expect(missing({ ...FULL, events: { ...FULL.events, elblogs: 0 }, alerts: 0 })).toEqual([
      'events of elblogs',
      'an alert',
    ]);
    expect(missing({ events: {}, alerts: 0, mails: 0, webhookCalls: 0 })).toHaveLength(
      Object.keys(PREFIXES).length + 3,
    );
  });
});

describe('readArrivals', () => {
  it('asks the overview, the alert history, the mailbox and the webhook', async () => {
    const api = {
      get: async <T>() => ({ total: 3 }) as T,
      post: async <T>() => ({ types: [{ type: 'vpcflow', count: 9 }] }) as T,
    };
    const mail = { subjects: async () => ['Port scan'] };
    expect(await readArrivals(api, mail, { calls: () => [] })).toEqual({
      events: { vpcflow: 9 },
      alerts: 3,
      mails: 1,
      webhookCalls: 0,
    });
  });
});

describe('awaitArrivals', () => {
  it('ends as soon as nothing is missing', async () => {
    expect((await awaitArrivals(async () => FULL, 60)).missing).toEqual([]);
  });

  it('says what is still missing when time is up', async () => {
    const left = await awaitArrivals(async () => ({ ...FULL, mails: 0 }), -1);
    expect(left.missing).toEqual(['a mail']);
    expect(left.words).toBe('still missing a mail');
  });
});
