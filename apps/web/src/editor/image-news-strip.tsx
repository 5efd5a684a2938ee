import { useReadable } from '../app/resource.ts';
import { Strip } from '../design/strip.tsx';
import type { NoteImages } from './note-images.ts';

/** What there is to say about adding images: that it takes a moment, or why one could not be added. */
export function ImageNewsStrip({ images }: { readonly images: NoteImages }) {
  const news = useReadable(images.news);
  if (news === null) return null;
  const close = () => images.news.set(null);
  return (
    <Strip onClose={close}>
      {news.is === 'problem'
        ? news.sentences.map((sentence) => <div key={sentence}>{sentence}</div>)
        : news.count === 1
          ? 'Preparing the image…'
          : `Preparing ${news.count} images…`}
    </Strip>
  );
}
