import type { ListResponse } from '../../common/api';

export function listOf<T>(items: readonly T[]): ListResponse<T> {
  return { items: [...items], total: items.length };
}
