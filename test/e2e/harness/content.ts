import { expect } from '@playwright/test';
import { CONTENT_PATHS, type ContentBody, type ContentResponse } from '../../../common/content';

/** Installs the prebuilt dashboards and index patterns; without a pattern nothing leads to Discover. */
export async function installContent(hostUrl: string): Promise<ContentResponse> {
  const body: ContentBody = { edited: false };
  const answer = await fetch(`${hostUrl}${CONTENT_PATHS.install}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'osd-xsrf': 'true' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as ContentResponse;
}
