// Hands everything that the host gives to a browser plugin to the tests, and mounts an app that shows what it was given.
window.__osdBundles__.define(
  'plugin/siemProbe/public',
  () => ({
    plugin: (context) => ({
      setup(core, deps) {
        window.siemProbe = { context, setup: { core, deps }, mounts: 0, clicked: [] };
        core.application.register({
          id: 'siemProbe',
          title: 'Probe',
          category: { id: 'siemProbe', label: 'Probe category', order: 4500 },
          mount: (params) => {
            window.siemProbe.params = params;
            window.siemProbe.mounts += 1;
            params.element.textContent = 'probe app';
            return () => {
              window.siemProbe.unmounted = true;
            };
          },
        });
        deps.navigation.registerMenuItem({
          id: 'siemProbeItem',
          testId: 'siemProbeItem',
          appName: 'discover',
          label: 'Probe item',
          run: (element) => window.siemProbe.clicked.push(element.tagName),
        });
      },
      start(core, deps) {
        window.siemProbe.start = { core, deps };
        deps.uiActions.addTriggerAction('CONTEXT_MENU_TRIGGER', {
          id: 'siemProbeAction',
          type: 'siemProbeAction',
          order: 15,
          getDisplayName: () => 'Probe action',
          getIconType: () => 'bell',
          isCompatible: async ({ embeddable }) => embeddable.type === 'visualization',
          async execute({ embeddable }) {
            window.siemProbe.panel = embeddable;
          },
        });
        // Not awaited: it resolves only after every start has.
        window.siemProbe.startServices = window.siemProbe.setup.core.getStartServices();
      },
      stop() {},
    }),
  }),
  0,
);
