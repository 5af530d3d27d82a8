/** ECS categories and types of an S3 operation, such as `REST.GET.OBJECT` or `S3.EXPIRE.OBJECT`. */
export interface Classification {
  category: string[];
  type: string[];
}

const known = new Map<string, Classification>();
/** There are about two hundred operations; a log of anything else must not fill the memory. */
const KNOWN_SIZE = 1_000;

/** What kind of event an operation is. The answer is shared: do not change it. */
export function classify(operation: string): Classification {
  let found = known.get(operation);
  if (!found) {
    found = work(operation);
    if (known.size < KNOWN_SIZE) known.set(operation, found);
  }
  return found;
}

function work(operation: string): Classification {
  const [, verb = '', resource = ''] = operation.split('.');
  const isObject = /OBJECT|PART|UPLOAD/.test(resource);
  const category = isObject || resource === 'BUCKET' ? 'file' : 'configuration';
  return { category: [category], type: [typeOf(verb, isObject)] };
}

function typeOf(verb: string, isObject: boolean): string {
  if (/^(GET|HEAD|OPTIONS|SELECT)$/.test(verb)) return 'access';
  if (!isObject) return 'change';
  if (/^(DELETE|EXPIRE)/.test(verb)) return 'deletion';
  return /^(PUT|POST|COPY|CREATE)/.test(verb) ? 'creation' : 'change';
}
