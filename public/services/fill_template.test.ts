import { fillTemplate } from './fill_template';

const ARN = 'arn:{{partition}}:s3:::{{bucket}}/{{prefix}}*';

describe('fillTemplate', () => {
  it('fills in what was typed', () => {
    expect(fillTemplate(ARN, { partition: 'aws-cn', bucket: 'logs', prefix: 'vpc/' })).toBe(
      'arn:aws-cn:s3:::logs/vpc/*',
    );
  });

  it('shows what is missing, an empty name too', () => {
    expect(fillTemplate('{{bucket}} {{accountId}}', { bucket: '' })).toBe('<bucket> <accountId>');
  });

  it('takes no prefix for the whole bucket', () => {
    expect(fillTemplate(ARN, { partition: 'aws', bucket: 'logs' })).toBe('arn:aws:s3:::logs/*');
  });

  it.each([
    ['aws', 'amazonaws.com'],
    ['aws-cn', 'amazonaws.com.cn'],
    ['aws-us-gov', 'amazonaws.com'],
  ] as const)('knows the domain of %s', (partition, domain) => {
    expect(fillTemplate('{{dnsSuffix}}', { partition })).toBe(domain);
  });

  it('does not fill in what was filled in', () => {
    expect(fillTemplate('{{bucket}}', { bucket: '{{region}}', region: 'x' })).toBe('{{region}}');
  });
});
