import { PATHS } from '../../common/api';
import type {
  ChannelTypeDeclaration,
  KindDeclaration,
  LogTypeDeclaration,
  RuleTypeDeclaration,
} from '../../common/kinds';
import { defineRoute } from './define_route';
import { listOf } from './crud_routes';

interface Kinds {
  logTypes: { all: readonly LogTypeDeclaration[] };
  ruleTypes: { all: readonly RuleTypeDeclaration[] };
  channelTypes: { all: readonly ChannelTypeDeclaration[] };
}

/** The declarations that forms are drawn from, less what only the server needs. */
export function kindRoutes(kinds: () => Kinds) {
  return [
    defineRoute({
      id: 'log_type.list',
      method: 'get',
      path: PATHS.logTypes,
      right: 'read',
      handler: async () =>
        listOf(
          kinds().logTypes.all.map(({ dataset, deliveryDelay, keyLayouts, setup, ...kind }) => ({
            ...declarationOf(kind),
            dataset,
            deliveryDelay,
            keyLayouts,
            setup,
          })),
        ),
    }),
    defineRoute({
      id: 'rule_type.list',
      method: 'get',
      path: PATHS.ruleTypes,
      right: 'read',
      handler: async () =>
        listOf(kinds().ruleTypes.all.map(({ fields, ...kind }) => ({ ...declarationOf(kind), fields }))),
    }),
    defineRoute({
      id: 'channel_type.list',
      method: 'get',
      path: PATHS.channelTypes,
      right: 'read',
      handler: async () =>
        listOf(
          kinds().channelTypes.all.map(({ fields, icon, ...kind }) => ({
            ...declarationOf(kind),
            icon,
            fields,
          })),
        ),
    }),
  ];
}

function declarationOf({ id, title, description, docsUrl }: KindDeclaration): KindDeclaration {
  return { id, title, description, docsUrl };
}
