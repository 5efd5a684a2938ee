/** Why a version is kept where nobody asked for it. */
export const automaticCauses = ['interval', 'before-removal', 'before-restore'] as const;
export type AutomaticCause = (typeof automaticCauses)[number];
