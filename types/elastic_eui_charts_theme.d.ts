// OUI declares its charts theme under the name by which the host serves it.
import '@opensearch-project/oui/dist/eui_charts_theme';
