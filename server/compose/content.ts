import { shippedContent } from '../content';
import { mappedFields } from '../content/mapped_fields';
import type { Content } from '../core/content/content_object';
import { createContentService, type ContentService } from '../core/content/content_service';
import { alertMappingProperties } from '../core/detect/alert_mapping';
import { logTypes } from '../core/ingest/log_types';
import { mappingProperties } from '../core/ingest/mapping';

/** The saved objects that are shipped, their index patterns listing the fields of our own mappings. */
export function ourContent(): Content {
  return shippedContent({
    logs: mappedFields(logTypes.all.map((logType) => mappingProperties(logType, { flatObject: false }))),
    alerts: mappedFields([alertMappingProperties]),
  });
}

/** Installs and uninstalls them. */
export function composeContent(): ContentService {
  return createContentService(ourContent());
}
