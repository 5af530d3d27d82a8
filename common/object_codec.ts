import * as t from 'io-ts';

type Static<R extends t.Props, O extends t.Props> = { [K in keyof R]: t.TypeOf<R[K]> } & {
  [K in keyof O]?: t.TypeOf<O[K]>;
};

/**
 * An object with exactly these keys: the first set is required, the second may be left out. Any other key is refused by name,
 * so that a misspelt setting never passes in silence (io-ts' own `strict` drops it instead).
 */
export function object<R extends t.Props, O extends t.Props = Record<never, t.Mixed>>(
  required: R,
  optional: O = {} as O,
): t.Type<Static<R, O>, Static<R, O>, unknown> {
  const props: t.Props = { ...required, ...optional };
  const known = Object.keys(props);
  const isRequired = (key: string) => key in required;

  const validate: t.Validate<unknown, Static<R, O>> = (value, context) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return t.failure(value, context, 'must be an object');
    }
    const input = value as Record<string, unknown>;
    const output: Record<string, unknown> = {};
    const errors: t.Errors = [];
    for (const key of Object.keys(input)) {
      if (!known.includes(key)) {
        const step = t.appendContext(context, key, t.never, input[key]);
        errors.push({
          value: input[key],
          context: step,
          message: `is not known here; known: ${known.join(', ')}`,
        });
      }
    }
    for (const [key, codec] of Object.entries(props)) {
      const field = input[key];
      if (field === undefined) {
        if (isRequired(key)) {
          errors.push({
            value: field,
            context: t.appendContext(context, key, codec, field),
            message: 'is required',
          });
        }
        continue;
      }
      const result = codec.validate(field, t.appendContext(context, key, codec, field));
      if (result._tag === 'Left') errors.push(...result.left);
      else output[key] = result.right;
    }
    return errors.length > 0 ? t.failures(errors) : t.success(output as Static<R, O>);
  };

  return new t.Type<Static<R, O>, Static<R, O>, unknown>(
    'object',
    (value): value is Static<R, O> => validate(value, [])._tag === 'Right',
    validate,
    t.identity,
  );
}

/** A union told apart by the value of one key, so that a mistake is reported for the member that was meant. */
export function tagged<K extends string, M extends Record<string, t.Mixed>>(
  key: K,
  members: M,
): t.Type<t.TypeOf<M[keyof M]>, t.TypeOf<M[keyof M]>, unknown> {
  const validate: t.Validate<unknown, t.TypeOf<M[keyof M]>> = (value, context) => {
    if (typeof value !== 'object' || value === null) return t.failure(value, context, 'must be an object');
    const tag = (value as Record<string, unknown>)[key];
    const member = typeof tag === 'string' && Object.hasOwn(members, tag) ? members[tag] : undefined;
    if (!member) {
      const step = t.appendContext(context, key, t.string, tag);
      return t.failures([
        { value: tag, context: step, message: `must be one of ${Object.keys(members).join(', ')}` },
      ]);
    }
    return member.validate(value, context);
  };
  return new t.Type(
    `tagged by ${key}`,
    (value): value is t.TypeOf<M[keyof M]> => validate(value, [])._tag === 'Right',
    validate,
    t.identity,
  );
}
