import type { Page } from '@playwright/test';
import type { WorkshopView } from '@reportback/domain';
import { expect, projector, test, type Workshop } from './workshop.ts';

const shown = {
  screen: true,
  facilitator: true,
  organizer: true,
  view: false,
  join: false,
} as const;

/** One who came by a link, on a projector's screen. */
async function comes(workshop: Workshop, link: keyof typeof shown): Promise<Page> {
  if (link === 'join') return (await workshop.sitsDown('Ada Okafor', { table: 1 }, projector)).page;
  return workshop.enters(link, projector);
}

for (const [link, isShown] of Object.entries(shown) as [keyof typeof shown, boolean][])
  test(`the way in stands on board and presentation ${isShown ? 'for' : 'not for'} who came by the link “${link}”`, async ({
    workshop,
  }) => {
    const organizer = await workshop.enters('organizer');
    const told = await organizer.request.get(
      `${workshop.server.address}/api/workshops/${workshop.made.workshop}`,
    );
    const { joinCode: code } = ((await told.json()) as WorkshopView).workshop;
    if (code === null) throw new Error('The organizer was not told the code.');
    // A table has begun, so that the board shows tables rather than its welcome.
    const writer = await workshop.sitsDown('Ben Larsen', { table: 2 });
    await writer.typesHeadline('Nobody owns the samples');
    await writer.seesSaved();
    const page = await comes(workshop, link);
    const session = workshop.made.sessions[0]?.id;
    for (const [below, is] of [
      ['board?on=wall', 'Nobody owns the samples'],
      ['present', 'Next|First'],
    ] as const) {
      await page.goto(workshop.address(`/s/${session}/${below}`));
      await expect(page.getByText(new RegExp(is)).first()).toBeVisible();
      const words = page.getByText(`${code.slice(0, 3)} ${code.slice(3)}`);
      const qr = page.getByRole('img', { name: /^QR code of the address to join/ });
      if (isShown) {
        await expect(words).toBeVisible();
        await expect(qr).toBeVisible();
      } else {
        await expect(words).toHaveCount(0);
        await expect(qr).toHaveCount(0);
        // Nor is it anywhere in what the page was told.
        expect(await page.content()).not.toContain(code);
      }
    }
  });
