import type { Block, Inline, Mark, WorkshopId } from '@reportback/domain';
import { createContext, type ReactNode, useContext } from 'react';
import { Unseen } from '../../design/unseen.tsx';

/** The workshop whose images the blocks show; without one, what stands for them is their description. */
export const ImagesOf = createContext<WorkshopId | null>(null);

/** A note's blocks for reading, in the elements that the editor has for them. */
export function WrittenBlocks({ blocks }: { readonly blocks: readonly Block[] }): ReactNode {
  return blocks.map((block, place) => <WrittenBlock key={place} block={block} />);
}

function WrittenBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <WrittenText content={block.content} />
        </p>
      );
    case 'heading': {
      // The page's own headings come first.
      const Heading = headings[block.level];
      return (
        <Heading>
          <WrittenText content={block.content} />
        </Heading>
      );
    }
    case 'bullet-list':
      return <ul>{block.items.map(itemOf)}</ul>;
    case 'ordered-list':
      return <ol start={block.start}>{block.items.map(itemOf)}</ol>;
    case 'check-list':
      return (
        <ul data-type="taskList">
          {block.items.map(({ checked, blocks }, place) => (
            <li key={place} data-checked={checked}>
              <label>
                <input type="checkbox" checked={checked} disabled />
                <span>{checked ? 'Done' : 'Not done'}</span>
              </label>
              <div>
                <WrittenBlocks blocks={blocks} />
              </div>
            </li>
          ))}
        </ul>
      );
    case 'quote':
      return (
        <blockquote>
          <WrittenBlocks blocks={block.blocks} />
        </blockquote>
      );
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'table':
      return (
        <div className="tableWrapper">
          <table>
            <tbody>
              {block.rows.map(({ cells }, row) => (
                <tr key={row}>
                  {cells.map(({ header, columns, rows, blocks }, column) => {
                    const Cell = header ? 'th' : 'td';
                    return (
                      <Cell key={column} colSpan={columns} rowSpan={rows}>
                        <WrittenBlocks blocks={blocks} />
                      </Cell>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'image':
      return <WrittenImage image={block.image} alt={block.alt} />;
    case 'rule':
      return <hr />;
  }
}

function WrittenImage({ image, alt }: { readonly image: string; readonly alt: string }) {
  const workshop = useContext(ImagesOf);
  if (workshop === null) return <p>{alt === '' ? 'An image.' : `Image: ${alt}`}</p>;
  return <img src={`/api/workshops/${workshop}/images/${image}`} alt={alt} loading="lazy" />;
}

const headings = { 1: 'h4', 2: 'h5', 3: 'h6' } as const;

function itemOf({ blocks }: { readonly blocks: readonly Block[] }, place: number) {
  return (
    <li key={place}>
      <WrittenBlocks blocks={blocks} />
    </li>
  );
}

/** A run of words with their marks. */
export function WrittenText({ content }: { readonly content: readonly Inline[] }): ReactNode {
  return content.map((inline, place) =>
    inline.kind === 'text' ? (
      <span key={place}>{marked(inline.text, inline.marks)}</span>
    ) : (
      <br key={place} />
    ),
  );
}

function marked(text: string, marks: readonly Mark[]): ReactNode {
  return marks.reduceRight<ReactNode>((within, mark) => {
    switch (mark.kind) {
      case 'link':
        return (
          <a href={mark.href} target="_blank" rel="noopener noreferrer">
            {within}
            <Unseen> (opens another page)</Unseen>
          </a>
        );
      case 'bold':
        return <strong>{within}</strong>;
      case 'italic':
        return <em>{within}</em>;
      case 'underline':
        return <u>{within}</u>;
      case 'strike':
        return <s>{within}</s>;
      case 'highlight':
        return <mark>{within}</mark>;
      case 'code':
        return <code>{within}</code>;
    }
  }, text);
}
