import { useMemo } from 'react';
import { encode } from 'uqr';
import { classes } from './classes.ts';
import styles from './qr-code.module.css';

/**
 * A QR code of an address, dark on white in every theme, because phones read it that way. It takes the
 * width that its place gives it; the white edge that it needs lies around that, and is seen on dark paper only.
 */
export function QrCode({
  address,
  label,
  className,
}: {
  readonly address: string;
  readonly label: string;
  readonly className?: string | undefined;
}) {
  const { size, path } = useMemo(() => {
    const code = encode(address, { ecc: 'M', border: 0 });
    const dark = code.data.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { size: code.size, path: dark.join('') };
  }, [address]);
  return (
    <svg
      className={classes(styles.code, className)}
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
