// Registers itself and does nothing: only how the host serves it is of interest.
window.__osdBundles__.define(
  'plugin/siemProbe/public',
  () => ({ plugin: () => ({ setup() {}, start() {}, stop() {} }) }),
  0,
);
