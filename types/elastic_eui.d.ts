// OpenSearch Dashboards 2.8 serves OUI 1.1.1 under the name @elastic/eui (host-contracts: shared modules).
export * from '@opensearch-project/oui';
