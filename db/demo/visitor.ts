import { type Chance, chanceOf } from './chance.ts';

export type Device = 'desktop' | 'mobile' | 'tablet';

/** A browser as the shop sees it. */
export interface Visitor {
  readonly visitorId: string;
  readonly device: Device;
  readonly userAgent: string;
  readonly ipHash: string;
}

const TABLET_SHARE = 0.07;

const AGENTS: Readonly<Record<Device, readonly (readonly [agent: string, weight: number])[]>> = {
  desktop: [
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
      50,
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
      22,
    ],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0', 12],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
      16,
    ],
  ],
  mobile: [
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
      54,
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
      40,
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
      6,
    ],
  ],
  tablet: [
    [
      'Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/604.1',
      80,
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
      20,
    ],
  ],
};

/** Agents of machines that click; the second is what a careless fraudster forgets to change. */
export const MACHINE_AGENTS: readonly string[] = [
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/118.0.0.0 Safari/537.36',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0.3945.88 Safari/537.36',
];

export function pickDevice(mobileShare: number, chance: Chance): Device {
  if (chance.happens(TABLET_SHARE)) return 'tablet';
  return chance.happens(mobileShare) ? 'mobile' : 'desktop';
}

/** Somebody new. */
export function newVisitor(device: Device, chance: Chance): Visitor {
  return {
    visitorId: `v${chance.hex(12)}`,
    device,
    userAgent: chance.weighted(AGENTS[device]),
    ipHash: chance.hex(16),
  };
}

/** A customer's browser on a device: the same at every order. */
export function customerVisitor(customerId: string, device: Device): Visitor {
  return newVisitor(device, chanceOf(`visitor ${customerId} ${device}`));
}
