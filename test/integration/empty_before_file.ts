import { emptyOpenSearch } from '../../dev/test/empty_opensearch';

// Jest orders files by how long they took, so what one leaves behind would fail another on some machines only.
if (process.env.OPENSEARCH_IS_OURS) beforeAll(() => emptyOpenSearch(process.env.OPENSEARCH_URL ?? ''));
