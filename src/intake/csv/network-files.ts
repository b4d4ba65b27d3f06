import { AWIN_FILE } from '../../connectors/awin/read.ts';
import { CJ_FILE } from '../../connectors/cj/read.ts';
import { IMPACT_FILE } from '../../connectors/impact/read.ts';
import { PARTNERIZE_FILE } from '../../connectors/partnerize/read.ts';
import { RAKUTEN_FILE } from '../../connectors/rakuten/read.ts';
import { REFERSION_FILE } from '../../connectors/refersion/read.ts';
import type { ImportFormat } from '../../domain/feeds/kinds.ts';
import type { NetworkFile } from '../../domain/networks/network-file.ts';

/** The networks whose own files can be imported; each holds conversions only. */
export const NETWORK_FILES: Readonly<Partial<Record<ImportFormat, NetworkFile>>> = {
  awin: AWIN_FILE,
  cj: CJ_FILE,
  impact: IMPACT_FILE,
  partnerize: PARTNERIZE_FILE,
  rakuten: RAKUTEN_FILE,
  refersion: REFERSION_FILE,
};
