import { type LinksView, parseWorkshopId } from '@reportback/domain';
import { linksOf, replaceLink } from '../access/workshop-links.ts';
import { json, result } from './output.ts';
import { withData } from './with-data.ts';

/** `reportback links WORKSHOP`: prints the links; `--replace NAME` makes one void and gives it a new address. */
export async function linksCommand(
  workshop: string,
  options: { readonly json?: true; readonly replace?: string },
): Promise<void> {
  const id = parseWorkshopId(workshop);
  const links = await withData(async ({ storage, maker }) => {
    if (options.replace !== undefined) await replaceLink(storage.workshops, id, options.replace);
    return linksOf(storage.workshops, maker, id);
  });
  result(options.json ? linksAsJson(links) : linksInWords(links));
}

/** Links as other programs read them: `{workshop, links, sessions}`. What is switched off is for the pages. */
export function linksAsJson({ workshop, links, sessions }: LinksView): string {
  return json({ workshop, links, sessions });
}

/** Links as a person reads them. */
export function linksInWords({ workshop, links, sessions }: LinksView): string {
  // A table may sit in some of the sessions only; its link is the same in each.
  const tables = [
    ...new Map(
      sessions.toReversed().flatMap(({ groups }) => groups.map((each) => [each.id, each])),
    ),
  ].map(([, table]) => table);
  return [
    `Workshop     ${workshop}`,
    `Organizer    ${links.organizer}`,
    `Facilitator  ${links.facilitator}`,
    `Join         ${links.join}`,
    `Screen       ${links.screen}`,
    `Read only    ${links.view}`,
    '',
    ...tables.map(({ name, url }) => `${name}\n  ${url}`),
  ].join('\n');
}
