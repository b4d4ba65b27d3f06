import { AWIN_FILE } from '../../connectors/awin/read.ts';
import type { ImportFormat } from '../../domain/feeds/kinds.ts';
import type { NetworkFile } from '../../domain/networks/network-file.ts';

/** The networks whose own files can be imported; each holds conversions only. */
export const NETWORK_FILES: Readonly<Partial<Record<ImportFormat, NetworkFile>>> = {
  awin: AWIN_FILE,
};
