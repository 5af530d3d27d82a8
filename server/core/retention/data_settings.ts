import {
  DAY,
  type DataSettings,
  type LogData,
  type LogDataInput,
  type OtherDataInput,
  type RotationSchedule,
} from '../../../common/retention';
import type { Clock, StateFields, StateStore } from '../ports';
import { remembered } from '../remembered';

interface SettingsDoc extends StateFields, DataSettings {
  kind: 'data_settings';
}

const ID = 'data_settings';
const NONE: DataSettings = { logs: [], kept: {}, bestCompression: false };
/** How long other nodes may take to notice a change; rotation changes take days to hold. */
const GOOD_FOR = 5_000;

/** How the events of one log type and namespace are kept. */
export type Keeping = Pick<LogData, 'schedule' | 'retentionDays'>;

export interface DataSettingsStore {
  read(): Promise<DataSettings>;
  /** A few seconds old at most. */
  keeping(type: string, namespace: string): Promise<Keeping>;
  saveLogs(input: LogDataInput): Promise<DataSettings>;
  saveOthers(input: OtherDataInput): Promise<DataSettings>;
}

/** How data is kept, in one document of `.siem-state`: what decides about deletion must be out of reach of those who may edit saved objects. */
export function createDataSettings(state: StateStore, clock: Clock): DataSettingsStore {
  const recent = remembered(clock, GOOD_FOR, read);

  async function read(): Promise<DataSettings> {
    const { logs, kept, bestCompression } = (await state.get<SettingsDoc>(ID))?.doc ?? NONE;
    return { logs, kept, bestCompression };
  }

  async function change(edit: (settings: DataSettings) => DataSettings): Promise<DataSettings> {
    for (;;) {
      const stored = await state.get<SettingsDoc>(ID);
      const { logs, kept, bestCompression } = stored?.doc ?? NONE;
      const next = edit({ logs, kept, bestCompression });
      const doc: SettingsDoc = { kind: 'data_settings', ...next };
      const outcome = stored ? await state.replace(ID, doc, stored.version) : await state.create(ID, doc);
      if (outcome !== 'conflict') return next;
    }
  }

  return {
    read,

    async keeping(type, namespace) {
      const { logs } = await recent();
      return logs.find((data) => data.type === type && data.namespace === namespace) ?? { schedule: [] };
    },

    saveLogs: ({ type, namespace, rotation, retentionDays }) =>
      change((settings) => {
        const isIt = (data: LogData) => data.type === type && data.namespace === namespace;
        const before = settings.logs.find(isIt)?.schedule ?? [];
        const schedule = rescheduled(before, rotation, clock.now());
        const data = { type, namespace, schedule, ...(retentionDays && { retentionDays }) };
        return { ...settings, logs: [...settings.logs.filter((other) => !isIt(other)), data] };
      }),

    saveOthers: ({ bestCompression, ...kept }) =>
      change((settings) => ({ ...settings, kept, bestCompression })),
  };
}

/**
 * A change holds from the day after tomorrow on: events up to a day ahead are taken, and an event that is indexed already must keep its index.
 * A change that does not hold yet is replaced.
 */
export function rescheduled(
  schedule: RotationSchedule,
  rotation: LogDataInput['rotation'],
  now: number,
): RotationSchedule {
  const from = new Date(now + 2 * DAY).toISOString().slice(0, 10);
  const kept = schedule.filter((change) => change.from < from);
  const last = kept[kept.length - 1]?.rotation ?? 'monthly';
  return last === rotation ? kept : [...kept, { from, rotation }];
}
