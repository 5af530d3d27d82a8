// A plugin that does what ours does with the host and tells by routes what came of it. Plain CommonJS, since hosts load
// it as it is. The tests of this folder call it.
const { createProbe } = require('./probe');

exports.config = {
  exposeToBrowser: { shown: true },
  schema: {
    __isOsdConfigSchemaType: true,
    validate(value, context, namespace) {
      if (value && value.refused) throw new Error(`[${namespace}.refused]: this setting is refused`);
      return {
        enabled: true,
        index: '.kibana_siem_probe',
        shown: 'for browsers',
        ...value,
        seen: { value, context, namespace },
      };
    },
  },
};

exports.plugin = createProbe;
