import { describe, expect, it } from 'vitest';
import { onPage, wallLayout } from './wall-layout.ts';

const hd = 16 / 9;
const old = 4 / 3;

describe('the wall', () => {
  it('shows four tables larger than eight, and eight with their names and states', () => {
    expect(wallLayout(4, hd)).toMatchObject({ density: 'quarter', rows: 2, pages: 1 });
    expect(wallLayout(8, hd)).toMatchObject({ density: 'eighth', rows: 4, pages: 1 });
  });

  it('shows sixteen on one page and sixty on four', () => {
    expect(wallLayout(9, hd)).toMatchObject({ density: 'sixteenth', perPage: 16, pages: 1 });
    expect(wallLayout(16, hd).pages).toBe(1);
    expect(wallLayout(17, hd).pages).toBe(2);
    expect(wallLayout(60, hd).pages).toBe(4);
  });

  it('shows eight a page on 16:10 and 4:3 projectors, where sixteen would not be legible', () => {
    expect(wallLayout(16, 16 / 10).pages).toBe(2);
    expect(wallLayout(16, old)).toMatchObject({ density: 'eighth', perPage: 8, pages: 2 });
    expect(wallLayout(60, old).pages).toBe(8);
  });

  it('shows half as many on a page where headlines are so long that they would be cut', () => {
    expect(wallLayout(16, hd, true)).toMatchObject({ density: 'eighth', pages: 2 });
    expect(wallLayout(8, hd, true)).toMatchObject({ density: 'quarter', perPage: 4, pages: 2 });
    expect(wallLayout(4, hd, true)).toMatchObject({ density: 'quarter', perPage: 2, pages: 2 });
  });

  it('has one page for a workshop without tables', () => {
    expect(wallLayout(0, hd).pages).toBe(1);
  });

  it('keeps each table on its page', () => {
    const tables = Array.from({ length: 60 }, (_, index) => index + 1);
    expect(onPage(tables, 1, 16)).toEqual(tables.slice(16, 32));
    expect(onPage(tables, 3, 16)).toEqual(tables.slice(48));
  });
});
