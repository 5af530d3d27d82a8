import { gate } from './node_gate';
import type { PluginInitializerContext } from '../types/opensearch_dashboards_server';

function logOf(module: ReturnType<typeof gate>): string[] {
  const lines: string[] = [];
  const logger = { error: (line: string) => lines.push(line) };
  const context = { logger: { get: () => logger } } as unknown as PluginInitializerContext;
  void module.plugin(context).setup({} as never, {});
  return lines;
}

const main = { plugin: () => ({ setup: jest.fn(), start: jest.fn() }), config: { schema: {} } } as never;

describe('gate', () => {
  it.each(['18.20.8', '20.11.0', '22.1.0'])('hands Node %s the real plugin', (version) => {
    expect(gate(version, () => main)).toBe(main);
  });

  it.each(['14.21.3', '16.20.0'])('never loads the plugin on Node %s and says what to do', (version) => {
    const load = jest.fn();
    const lines = logOf(gate(version, load));
    expect(load).not.toHaveBeenCalled();
    expect(lines).toEqual([expect.stringMatching(/needs Node\.js 18.*OSD_NODE_HOME/)]);
  });

  it('accepts any configuration while it is off', () => {
    const { schema } = gate('16.20.0', jest.fn()).config;
    expect(schema.validate(undefined)).toEqual({ enabled: true });
    expect(schema.validate({ publicUrl: 'https://x', enabled: false })).toEqual({
      publicUrl: 'https://x',
      enabled: false,
    });
  });

  it('keeps the host alive when the plugin cannot be loaded', () => {
    const lines = logOf(
      gate('20.0.0', () => {
        throw new Error('corrupt file');
      }),
    );
    expect(lines).toEqual([expect.stringContaining('corrupt file')]);
  });
});
