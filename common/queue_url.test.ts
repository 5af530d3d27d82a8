import { parseQueueUrl } from './queue_url';

describe('queue URLs', () => {
  it.each([
    [
      'https://sqs.eu-central-1.amazonaws.com/123456789012/q',
      'eu-central-1',
      'arn:aws:sqs:eu-central-1:123456789012:q',
    ],
    [
      'https://sqs.cn-north-1.amazonaws.com.cn/123456789012/q',
      'cn-north-1',
      'arn:aws-cn:sqs:cn-north-1:123456789012:q',
    ],
    [
      'https://us-gov-west-1.queue.amazonaws.com/1/q.fifo',
      'us-gov-west-1',
      'arn:aws-us-gov:sqs:us-gov-west-1:1:q.fifo',
    ],
  ])('of AWS name region and queue: %s', (url, region, arn) => {
    expect(parseQueueUrl(url)).toEqual({ region, arn });
  });

  it('of other services name where to send requests', () => {
    expect(parseQueueUrl('http://mq.example:9324/000000000000/q')).toEqual({
      endpoint: 'http://mq.example:9324',
    });
  });
});
