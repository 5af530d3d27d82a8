import type { ApiCall } from '../../derive/api_call';
import { crossAccount } from '../../derive/cross_account';
import { grantsOf } from '../../derive/granting_calls';
import { publicPorts } from '../../derive/public_ports';
import { selfAction } from '../../derive/self_action';
import type { Row } from '../../row';
import { layoutOf } from '../../row_layout';
import { CLOUDTRAIL_FIELDS } from './columns';

const layout = layoutOf(CLOUDTRAIL_FIELDS);
const SELF_ACTION = layout.slot('siem.derived.self_action');
const CROSS_ACCOUNT = layout.slot('siem.derived.cross_account');
const SG_PUBLIC_PORTS = layout.slot('siem.derived.sg_public_ports');
const PUBLIC_EXPOSURE = layout.slot('siem.derived.public_exposure');
const SHARED_ACCOUNT = layout.slot('siem.derived.shared_account');

/** Sets what follows from a call but is in no field of its record. */
export function setDerived(row: Row, call: ApiCall): void {
  setBoolean(row, SELF_ACTION, selfAction(call));
  setBoolean(row, CROSS_ACCOUNT, crossAccount(call));
  const ports = publicPorts(call);
  if (ports) row.setList(SG_PUBLIC_PORTS, ports.map(String));
  const grants = grantsOf(call);
  if (!grants) return;
  row.setScalar(PUBLIC_EXPOSURE, grants.everyone);
  row.setList(SHARED_ACCOUNT, grants.accounts);
}

function setBoolean(row: Row, slot: number, value: boolean | undefined): void {
  if (value !== undefined) row.setScalar(slot, value);
}
