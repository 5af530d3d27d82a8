import type { Field } from './field';

/** What the browser gets of a declared kind: everything but its functions. */
export interface KindDeclaration {
  id: string;
  title: string;
  description: string;
  docsUrl: string;
}

export const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov'] as const;
export type Partition = (typeof PARTITIONS)[number];

/** What a user types so far about a source; the AWS set-up text is filled with it. */
export interface SetupNames {
  partition: Partition;
  bucket: string;
  prefix: string;
  region: string;
  accountId: string;
  /** Of a source that reads by a queue. */
  queueUrl: string;
  queueArn: string;
}

/** One copyable piece of the AWS set-up of a log type: a policy as JSON, or a command. */
export interface SetupSnippet {
  id: string;
  title: string;
  /** Where to put it, in a sentence or two. */
  help: string;
  language: 'json' | 'bash' | 'text';
  /** The text with `{{partition}}`, `{{bucket}}`, `{{prefix}}`, `{{region}}`, `{{accountId}}`, `{{dnsSuffix}}` (and `{{queueUrl}}`, `{{queueArn}}`) to be filled in. */
  template: string;
}

export interface LogTypeDeclaration extends KindDeclaration {
  dataset: string;
  /** What AWS usually takes to deliver, for the form. */
  deliveryDelay: string;
  /** Where the objects of this type usually lie, with the same placeholders as snippets. */
  keyLayouts: string[];
  setup: SetupSnippet[];
}

export interface RuleTypeDeclaration extends KindDeclaration {
  fields: Field[];
}

export interface ChannelTypeDeclaration extends KindDeclaration {
  icon: string;
  fields: Field[];
}
