declare module '@elastic/eui/dist/eui_charts_theme' {
  export * from '@opensearch-project/oui/dist/eui_charts_theme';
}
