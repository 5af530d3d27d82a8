import { fillTemplate } from '../../services/fill_template';
import { QUEUE_SETUP } from '../../../common/queue_setup';

const names = {
  partition: 'aws' as const,
  bucket: 'logs',
  prefix: 'AWSLogs/',
  region: 'eu-central-1',
  accountId: '123456789012',
  queueUrl: 'https://sqs.eu-central-1.amazonaws.com/123456789012/siem',
  queueArn: 'arn:aws:sqs:eu-central-1:123456789012:siem',
};

describe('what a queue needs in AWS', () => {
  it.each(QUEUE_SETUP.map((snippet) => [snippet.id, snippet] as const))(
    '%s is filled and well-formed',
    (_id, { language, template }) => {
      const text = fillTemplate(template, names);
      expect(text).not.toMatch(/[{<]\w+[}>]{1,2}/);
      const parts = language === 'json' ? text : /'(.*)'$/.exec(text)?.[1];
      expect(JSON.stringify(JSON.parse(parts ?? ''))).toContain(names.queueArn);
    },
  );
});
