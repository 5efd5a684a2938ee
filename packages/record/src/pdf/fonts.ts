import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The families that the report is set in, and those that stand in for scripts they lack, with the weights used. */
const faces: Readonly<Record<string, readonly string[]>> = {
  'source-serif-4': ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'],
  'source-sans-3': ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'],
  'source-code-pro': ['400Regular', '600SemiBold'],
  // Its letters are whole glyphs, so that text copied out of the PDF is the text that was put in.
  vazirmatn: ['400Regular', '600SemiBold'],
  'noto-sans-hebrew': ['400Regular', '600SemiBold'],
  'm-plus-1p': ['400Regular', '700Bold'],
  'zcool-xiaowei': ['400Regular'],
  'gowun-dodum': ['400Regular'],
  'noto-emoji': ['400Regular', '700Bold'],
};

/** The folders of the fonts that come with the app; none is looked for elsewhere. */
export function fontFolders(): string[] {
  return Object.entries(faces).flatMap(([family, weights]) => {
    const manifest = import.meta.resolve(`@expo-google-fonts/${family}/package.json`);
    const folder = dirname(fileURLToPath(manifest));
    return weights.map((weight) => join(folder, weight));
  });
}
