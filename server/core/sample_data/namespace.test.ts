import { refuseSampleNamespace } from './namespace';

it('keeps the namespace of the sample data free of sources', () => {
  expect(() => refuseSampleNamespace({ namespace: 'sample' })).toThrow('choose another one');
  expect(() => refuseSampleNamespace({ namespace: 'samples' })).not.toThrow();
  expect(() => refuseSampleNamespace({})).not.toThrow();
});
