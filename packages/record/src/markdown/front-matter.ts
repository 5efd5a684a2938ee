/** A value of front matter; null and empty ones are left out. */
export type FrontMatterValue = string | readonly string[] | null;

/**
 * YAML front matter between its `---` lines. Strings are written in double quotes with the escapes of
 * JSON, which YAML 1.2 shares, so that no text can be read as anything but text.
 */
export function frontMatter(values: Readonly<Record<string, FrontMatterValue>>): string {
  const lines = Object.entries(values).flatMap(([name, value]) => {
    if (value === null || value.length === 0) return [];
    if (typeof value === 'string') return [`${name}: ${quoted(value)}`];
    return [`${name}:`, ...value.map((each) => `  - ${quoted(each)}`)];
  });
  return ['---', ...lines, '---', ''].join('\n');
}

function quoted(text: string): string {
  // YAML allows fewer letters unescaped than JSON: line and paragraph separators end a line there.
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
