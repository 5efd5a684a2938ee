import { crc32 } from 'node:zlib';
import { longestImageSide } from '@reportback/domain';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { statusOf } from '../refusal.ts';
import { soundImage } from './sound-image.ts';

/** Where a PNG's header tells the width; the height follows, and after 13 bytes the checksum of all from 4 before. */
const widthAt = 16;

const limits = { pixels: 60_000_000 };

/** A picture of noise, which no encoder makes small, or of one colour. */
function picture(width: number, height: number, background = '#c00') {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  return background === 'noise'
    ? sharp({ create: { width, height, channels: 3, background: '#000', noise } })
    : sharp({ create: { width, height, channels: 3, background } });
}

/** As a phone takes it: with a place, a maker and words of its own. */
const fromPhone = (width: number, height: number, orientation = 1) =>
  picture(width, height)
    .withExif({
      IFD0: { Make: 'Phonemaker', Artist: 'Ana Lucía' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 26/1 30/1' },
    })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();

describe('what is stored of an image', () => {
  it('has no EXIF, position, profile or words, whatever it was', async () => {
    const sent = await fromPhone(40, 30);
    expect((await sharp(sent).metadata()).exif?.toString('latin1')).toContain('Phonemaker');
    const stored = await soundImage(sent, limits);
    const meta = await sharp(stored.bytes).metadata();
    expect(meta.exif ?? meta.icc ?? meta.xmp ?? meta.iptc ?? meta.comments).toBeUndefined();
    const text = Buffer.from(stored.bytes).toString('latin1');
    for (const word of ['Exif', 'Phonemaker', 'Ana']) expect(text).not.toContain(word);
  });

  it('has nothing of what was hidden behind the picture', async () => {
    const zip = Buffer.concat([await picture(4, 4).png().toBuffer(), Buffer.from('PK\x03\x04<b>')]);
    const { bytes } = await soundImage(zip, limits);
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('PK\x03\x04');
  });

  it('stands upright: a photo that was taken sideways is turned', async () => {
    expect(await soundImage(await fromPhone(40, 30, 6), limits)).toMatchObject({
      width: 30,
      height: 40,
    });
  });

  it('is at most so long, and never enlarged', async () => {
    const large = await picture(3000, 1500).png().toBuffer();
    expect(await soundImage(large, limits)).toMatchObject({
      width: longestImageSide,
      height: longestImageSide / 2,
    });
    const small = await picture(3, 2).webp().toBuffer();
    expect(await soundImage(small, limits)).toMatchObject({ width: 3, height: 2 });
  });

  it('is JPEG or PNG, so that every export can carry it', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0.5 };
    const create = { width: 8, height: 8, channels: 4, background: clear } as const;
    const kindOf = async (made: Sharp) =>
      (await soundImage(await made.toBuffer(), limits)).mediaType;
    expect(await kindOf(picture(8, 8).jpeg())).toBe('image/jpeg');
    expect(await kindOf(picture(8, 8).png())).toBe('image/png');
    expect(await kindOf(picture(8, 8).webp())).toBe('image/jpeg');
    expect(await kindOf(sharp({ create }).webp())).toBe('image/png');
    // A photo as PNG would take many times the room.
    expect(await kindOf(picture(900, 900, 'noise').png())).toBe('image/jpeg');
  });

  it('is the same file for the same bytes', async () => {
    const sent = await fromPhone(40, 30);
    expect(await soundImage(sent, limits)).toEqual(await soundImage(sent, limits));
  });
});

describe('what is refused, with a sentence', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>';
  const cut = async () => {
    const whole = await picture(300, 300, 'noise').jpeg().toBuffer();
    return whole.subarray(0, whole.length / 2);
  };
  it.each([
    ['text', async () => Buffer.from('hello'), 'bad-input', /no JPEG, PNG or WebP/],
    ['SVG', async () => Buffer.from(svg), 'bad-input', /no JPEG, PNG or WebP/],
    ['GIF', () => picture(4, 4).gif().toBuffer(), 'bad-input', /no JPEG, PNG or WebP/],
    ['half a JPEG', cut, 'bad-input', /damaged/],
    ['a head alone', async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'bad-input', /damaged/],
  ] as const)('%s', async (_, bytes, code, sentence) => {
    const refused = soundImage(await bytes(), limits);
    await expect(refused).rejects.toMatchObject({ code });
    await expect(refused).rejects.toThrow(sentence);
  });

  it('a file of a few bytes that claims to be a wall', async () => {
    const bomb = await picture(4, 4).png().toBuffer();
    bomb.writeUInt32BE(9_000, widthAt);
    bomb.writeUInt32BE(9_000, widthAt + 4);
    bomb.writeUInt32BE(crc32(bomb.subarray(widthAt - 4, widthAt + 13)), widthAt + 13);
    const before = process.memoryUsage().rss;
    const refused = soundImage(bomb, limits);
    await expect(refused).rejects.toMatchObject({ code: 'too-large' });
    await expect(refused).rejects.toThrow('9000 × 9000 pixels; the server takes 60 million');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    expect(statusOf['too-large']).toBe(413);
  });
});
