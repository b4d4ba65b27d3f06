import type { ConnectableSystem } from '../../domain/connections/connectable-system.ts';
import { MCP_SYSTEM } from '../mcp/mcp-system.ts';
import { SHOPIFY_SYSTEM } from '../shopify/shopify-system.ts';
import { NETWORK_SYSTEMS } from '../systems/read.ts';
import { WOO_SYSTEM } from '../woocommerce/woocommerce-system.ts';

/** Everything that can be connected, as the command line names it. */
export const CONNECTABLE_SYSTEMS: readonly ConnectableSystem[] = [
  ...NETWORK_SYSTEMS,
  SHOPIFY_SYSTEM,
  WOO_SYSTEM,
  MCP_SYSTEM,
];
