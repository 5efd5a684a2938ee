import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/** Ranges that networks at home and at venues use (RFC 1918). */
const privateRange = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

/** What containers and virtual machines call their networks; nobody in the room is on them. */
const virtualName = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap)/;

/**
 * The IPv4 address at which others on the network reach this machine; null where it is on none.
 * @param interfaces by their names
 */
export function lanAddress(
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
): string | null {
  const candidates = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, rank: rankOf(name, address) })),
  );
  candidates.sort((one, other) => one.rank - other.rank);
  return candidates[0]?.address ?? null;
}

function rankOf(name: string, address: string): number {
  if (virtualName.test(name)) return 2;
  return privateRange.test(address) ? 0 : 1;
}
