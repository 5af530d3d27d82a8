import type { PackageInfo } from '../../types/opensearch_dashboards_server';

/** The release that the stand-in answers as. Its build number is part of every bundle's URL. */
export const PACKAGE_INFO: Readonly<PackageInfo> = {
  version: '2.8.0',
  branch: '2.8',
  buildNum: 47302,
  buildSha: '8bd48f16ad37a5dfa805234223e4d5bffa926abe',
  dist: true,
};
