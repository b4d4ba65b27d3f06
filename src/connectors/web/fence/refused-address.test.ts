import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { refusedAddress } from './refused-address.ts';

const octet = fc.integer({ min: 0, max: 255 });
const ipv4 = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join('.'));
const privateIpv4 = fc.oneof(
  fc.tuple(fc.constant(10), octet, octet, octet),
  fc.tuple(fc.constant(127), octet, octet, octet),
  fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
  fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
);
const hextet = fc.integer({ min: 0, max: 0xffff });
const ipv6 = fc
  .array(hextet, { minLength: 8, maxLength: 8 })
  .map((parts) => parts.map((part) => part.toString(16)).join(':'));
const hex = (high: number, low: number): string => ((high << 8) | low).toString(16);

describe('refusedAddress', () => {
  it('lets no address pass that another library takes for a special one', () => {
    fc.assert(
      fc.property(fc.oneof(ipv4, ipv6), (address) => {
        if (refusedAddress(address) === null) expect(ipaddr.parse(address).range()).toBe('unicast');
      }),
      { numRuns: 3_000 },
    );
  });

  it('refuses every private IPv4 address, also inside every kind of IPv6 address that carries one', () => {
    fc.assert(
      fc.property(privateIpv4, hextet, ([a, b, c, d], any) => {
        const [high, low] = [hex(a, b), hex(c, d)];
        const spellings = [
          `${a}.${b}.${c}.${d}`,
          `::ffff:${a}.${b}.${c}.${d}`,
          `::ffff:${high}:${low}`,
          `::${high}:${low}`,
          `::ffff:0:${high}:${low}`,
          `64:ff9b::${high}:${low}`,
          `64:ff9b:1::${high}:${low}`,
          `2002:${high}:${low}::${any.toString(16)}`,
          `2001:0:${high}:${low}:0:0:${any.toString(16)}:${any.toString(16)}`,
          `2600:1901::5efe:${high}:${low}`,
          `fe80::${any.toString(16)}%eth0`,
        ];
        for (const spelling of spellings) expect(refusedAddress(spelling), spelling).not.toBeNull();
      }),
    );
  });

  it.each([
    '0.0.0.0',
    '192.0.0.192',
    '168.63.129.16',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fd00:ec2::254',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '100::1',
    '',
    'localhost',
    '127.1',
    '0x7f.1',
    '1.2.3',
    '[2606:4700::1]',
  ])('refuses %j', (address) => {
    expect(refusedAddress(address)).not.toBeNull();
  });

  it.each([
    '1.1.1.1',
    '93.184.215.14',
    '172.15.255.255',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700:4700::1111',
    '2a00:1450::1',
  ])('lets %s pass', (address) => {
    expect(refusedAddress(address)).toBeNull();
  });
});
