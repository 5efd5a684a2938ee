import { unreachable } from '@reportback/domain';
import type { WorkshopRecord } from '../record.ts';
import { anchorOf } from '../report/anchors.ts';
import { composeReport, type Edition, undated } from '../report/compose.ts';
import { type Part, type Report, type Span, type Tone, textLines } from '../report/part.ts';
import { columnShares } from '../report/span-text.ts';
import { type Scope, wholeEvent } from '../scope.ts';
import { type BlockWriting, code, environment, latexBlocks, latexInlines } from './blocks.ts';
import { prose } from './escape.ts';

type ImagePath = BlockWriting['image'];

/** For LuaLaTeX or XeLaTeX where there are other scripts than Latin; pdfLaTeX takes the rest. */
const preamble = `% !TeX program = lualatex
% Scripts that the font lacks need another one: put \\setmainfont{...} below.
\\documentclass[11pt,a4paper]{article}
\\usepackage{iftex}
\\ifPDFTeX\\usepackage[utf8]{inputenc}\\usepackage[T1]{fontenc}\\usepackage{textcomp}\\else\\usepackage{fontspec}
\\IfFontExistsTF{Source Serif 4}{\\setmainfont{Source Serif 4}}{\\IfFontExistsTF{Noto Serif}{\\setmainfont{Noto Serif}}{}}\\fi
\\usepackage[margin=25mm]{geometry}
\\usepackage{amssymb,array,longtable,graphicx,xcolor}
\\usepackage[normalem]{ulem}
\\usepackage{enumitem}
\\setlistdepth{20}
\\renewlist{itemize}{itemize}{20}
\\setlist[itemize]{label=\\textbullet}
\\renewlist{enumerate}{enumerate}{20}
\\setlist[enumerate]{label=\\arabic*.}
\\usepackage[hidelinks]{hyperref}
\\setcounter{secnumdepth}{0}
\\setlength{\\parindent}{0pt}
\\setlength{\\parskip}{6pt plus 2pt}
\\providecommand{\\textquotedbl}{\\char34}`;

/**
 * The record of an event, a session or a table as LaTeX: the skeleton of a report for organizers who write in it.
 * @param imagePath where an image lies, seen from the file; null for an image that is not at hand
 * @throws NotInRecord when the scope names something the record does not hold or must not tell apart
 */
export function toLatex(
  record: WorkshopRecord,
  scope: Scope = wholeEvent,
  edition: Edition = undated,
  imagePath: ImagePath = () => null,
): string {
  const report = composeReport(record, scope, edition);
  const authors = textLines(record.workshop.organizers).map(prose);
  const frozen = report.frozen === null ? '' : `% Record ${report.frozen.hash}\n`;
  return `${frozen}${preamble}
\\hypersetup{pdftitle={${prose(report.title)}},pdfauthor={${authors.join(', ')}}}
\\title{${prose(report.title)}}
\\author{${authors.join(' \\and ')}}
\\date{${report.facts.map(prose).join('\\\\{}')}}
\\begin{document}
\\maketitle
${opening(report)}

\\tableofcontents

${report.sections.map((section) => part(section, imagePath)).join('\n\n')}

\\bigskip\\hrule\\medskip
${report.colophon.map((line) => `{\\small ${prose(line)}\\par}`).join('\n')}
\\end{document}
`;
}

function opening(report: Report): string {
  const { highlights, notice } = report;
  return [
    ...(notice === null ? [] : [toned('notice', prose(notice))]),
    ...(highlights === null
      ? []
      : [
          `\\section*{${prose(highlights.title)}}`,
          environment(
            'enumerate',
            '',
            highlights.entries
              .map((each) => `\\item {}${spans([each.name])}\\\\\n{\\small ${prose(each.detail)}}`)
              .join('\n'),
          ),
          `{\\small ${prose(highlights.note)}\\par}`,
        ]),
  ].join('\n');
}

function part(each: Part, imagePath: ImagePath): string {
  switch (each.kind) {
    case 'section':
      return [
        `\\${command(each.level)}{${prose(each.title)}}\\hypertarget{${each.anchor}}{}`,
        ...each.parts.map((inside) => part(inside, imagePath)),
      ].join('\n\n');
    case 'line':
      return toned(each.tone, spans(each.content));
    case 'entries':
      return environment(
        each.numbered ? 'enumerate' : 'itemize',
        '',
        each.entries
          .map((entry) => {
            const anchor = entry.anchor === null ? '{}' : `\\hypertarget{${entry.anchor}}{}`;
            const details = entry.details.map((detail) => `\n\n{\\small ${spans(detail)}\\par}`);
            return `\\item ${anchor}${spans(entry.content)}${details.join('')}`;
          })
          .join('\n'),
      );
    case 'grid':
      return grid(each);
    case 'written':
      return latexBlocks(each.blocks, {
        place: 'flow',
        anchor: (id) => anchorOf.block(each.anchors, id),
        image: imagePath,
      });
    case 'source':
      return code(each.text);
    default:
      return unreachable(each);
  }
}

function command(level: 2 | 3 | 4): string {
  switch (level) {
    case 2:
      return 'section';
    case 3:
      return 'subsection';
    case 4:
      return 'subsubsection';
    default:
      return unreachable(level);
  }
}

function toned(tone: Tone, content: string): string {
  switch (tone) {
    case 'lead':
      return `{\\large ${content}\\par}`;
    case 'body':
      return content;
    case 'meta':
      return `{\\small ${content}\\par}`;
    case 'prompt':
    case 'gap':
    case 'slot':
      return `\\emph{${content}}`;
    case 'notice':
      return environment('quote', '', `\\textbf{Note.} ${content}`);
    default:
      return unreachable(tone);
  }
}

function grid({ columns, rows }: Extract<Part, { kind: 'grid' }>): string {
  const shares = columnShares(columns, rows);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map(
    (share) =>
      `>{\\raggedright\\arraybackslash}p{${((share / total) * 0.92).toFixed(3)}\\linewidth}`,
  );
  const head = columns.map((column) => `\\textbf{${prose(column)}}`).join(' & ');
  const body = rows.map(
    (row) => `${row.map((cell) => spans(cell, 'cell')).join(' & ')} \\tabularnewline`,
  );
  return environment(
    'longtable',
    `{${widths.join('')}}`,
    [`${head} \\tabularnewline\\hline\n\\endhead`, ...body].join('\n'),
  );
}

function spans(content: readonly Span[], place: 'flow' | 'cell' = 'flow'): string {
  return content
    .map((span): string => {
      switch (span.kind) {
        case 'words':
          return span.strong ? `\\textbf{${prose(span.text)}}` : prose(span.text);
        case 'written':
          return latexInlines(span.content, place);
        case 'see':
          return `\\hyperlink{${span.anchor}}{${prose(span.text)}}`;
        default:
          return unreachable(span);
      }
    })
    .join('');
}
