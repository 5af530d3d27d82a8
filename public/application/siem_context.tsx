import React, { createContext, useContext, type ReactNode } from 'react';
import type { StatusResponse } from '../../common/api';
import type { CoreStart, StartDeps } from '../../types/opensearch_dashboards_public';
import type { ApiClient } from '../services/api_client';

/** What pages get from the host, and our server. */
export interface Host {
  core: CoreStart;
  deps: StartDeps;
  api: ApiClient;
}

export interface Siem extends Host {
  /** Absent until the server has answered. */
  status?: StatusResponse;
  /** False until the server says that this user may change things. */
  canWrite: boolean;
  /** Asks for the status again after something that it tells was changed. */
  reloadStatus(): void;
}

const SiemContext = createContext<Siem | undefined>(undefined);

export function SiemProvider({ value, children }: { value: Siem; children: ReactNode }) {
  return <SiemContext.Provider value={value}>{children}</SiemContext.Provider>;
}

export function useSiem(): Siem {
  const siem = useContext(SiemContext);
  if (!siem) throw new Error('useSiem must be used below SiemProvider.');
  return siem;
}
