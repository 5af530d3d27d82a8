// The end of /bootstrap.js, sent as it is: defines the registry of bundles, loads the scripts in order, starts core.
(() => {
  const bundles = {};
  window.__osdBundles__ = {
    define(key, getter, argument) {
      if (key in bundles) throw new Error(`__osdBundles__ already has a module defined for "${key}"`);
      bundles[key] = () => getter(argument);
    },
    get(key) {
      if (!(key in bundles)) throw new Error(`__osdBundles__ does not have a module defined for "${key}"`);
      return bundles[key]();
    },
  };

  let pending = window.scriptsToLoad.length;
  for (const src of window.scriptsToLoad) {
    const script = document.createElement('script');
    // Downloaded at once, run in order.
    script.async = false;
    script.src = src;
    script.onerror = () => {
      document.body.textContent =
        'OpenSearch Dashboards did not load properly. Check the server output for more information.';
    };
    script.onload = () => {
      pending -= 1;
      if (pending === 0) window.__osdBundles__.get('entry/core/public').__osdBootstrap__();
    };
    document.head.appendChild(script);
  }
})();
