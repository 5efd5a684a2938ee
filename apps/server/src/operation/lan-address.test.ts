import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { lanAddress } from './lan-address.ts';

function ipv4(address: string, internal = false): NetworkInterfaceInfo {
  const mac = '00:00:00:00:00:00';
  return { address, internal, family: 'IPv4', netmask: '255.255.255.0', mac, cidr: null };
}

it('finds the address of the venue’s network among those of the machine itself, containers and tunnels', () => {
  const found = lanAddress({
    lo: [ipv4('127.0.0.1', true)],
    docker0: [ipv4('172.17.0.1')],
    tun0: [ipv4('10.8.0.2')],
    ppp0: [ipv4('93.184.216.34')],
    wlan0: [ipv4('192.168.1.20')],
  });
  expect(found).toBe('192.168.1.20');
});

it('finds none on a machine without a network', () => {
  expect(lanAddress({ lo: [ipv4('127.0.0.1', true)] })).toBeNull();
});
