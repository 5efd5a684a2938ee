import type { BlockChoice } from './block-choices.ts';
import type { NoteImages } from './note-images.ts';

/** A device that is held in the hand has a camera that can be pointed at a flip chart. */
const isHandheld = (): boolean => window.matchMedia('(pointer: coarse)').matches;

/** Ways to add an image, as menus offer them. */
export function imageChoices(images: NoteImages): readonly BlockChoice[] {
  const file: BlockChoice = {
    name: 'Image',
    typed: '',
    words: 'picture photo figure jpeg png upload file',
    apply: (editor) => void images.choose(editor, 'files'),
    isActive: (editor) => editor.isActive('image'),
  };
  const photo: BlockChoice = {
    name: 'Take a photo',
    typed: '',
    words: 'camera flip chart picture image',
    apply: (editor) => void images.choose(editor, 'camera'),
    isActive: () => false,
  };
  return isHandheld() ? [file, photo] : [file];
}
