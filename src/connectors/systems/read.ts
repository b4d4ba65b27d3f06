import type { NetworkSystem } from '../../domain/networks/system-definition.ts';
import { AWIN_SYSTEM } from '../awin/awin-system.ts';
import { CJ_SYSTEM } from '../cj/cj-system.ts';
import { IMPACT_SYSTEM } from '../impact/impact-system.ts';
import { PARTNERIZE_SYSTEM } from '../partnerize/partnerize-system.ts';
import { RAKUTEN_SYSTEM } from '../rakuten/rakuten-system.ts';
import { REFERSION_SYSTEM } from '../refersion/refersion-system.ts';

/** The networks that can be connected, as the command line names them. */
export const NETWORK_SYSTEMS: readonly NetworkSystem[] = [
  AWIN_SYSTEM,
  CJ_SYSTEM,
  IMPACT_SYSTEM,
  PARTNERIZE_SYSTEM,
  RAKUTEN_SYSTEM,
  REFERSION_SYSTEM,
];
