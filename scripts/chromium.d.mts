export const chromiumArguments: string[];
export function chromiumPath(): Promise<string>;
