import { useMemo } from 'react';
import { encode } from 'uqr';

/**
 * A QR code of an address, dark on white in every theme, because phones read it that way. It takes the
 * width that its place gives it.
 * @param border the empty edge in modules; 0 where the paper around it is white already
 */
export function QrCode({
  address,
  label,
  border = 2,
  className,
}: {
  readonly address: string;
  readonly label: string;
  readonly border?: number;
  readonly className?: string | undefined;
}) {
  const { size, path } = useMemo(() => {
    const code = encode(address, { ecc: 'M', border });
    const dark = code.data.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { size: code.size, path: dark.join('') };
  }, [address, border]);
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#14171a" />
    </svg>
  );
}
