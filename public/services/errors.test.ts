import { errorMessage, serverFieldErrors, splitByField } from './errors';

const failure = (message: string) => Object.assign(new Error('Bad Request'), { body: { message } });

describe('errors', () => {
  it('says what the server said, else the status text', () => {
    expect(errorMessage(failure('No such bucket.'))).toBe('No such bucket.');
    expect(errorMessage(new Error('Bad Gateway'))).toBe('Bad Gateway');
  });

  it('finds the fields that a validation error names', () => {
    const error = failure('[request body]: name: must not be empty; params.count: is required');
    expect(serverFieldErrors(error)).toEqual({ name: 'must not be empty', 'params.count': 'is required' });
  });

  it('keeps lines that name no field apart, and the first mistake of a field', () => {
    expect(splitByField(['must be an object', 'a: x', 'a: y'])).toEqual({
      fields: { a: 'x' },
      rest: ['must be an object'],
    });
  });
});
