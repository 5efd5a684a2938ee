import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('names are sorted by their code units, at every depth, numbers-like ones too', () => {
  expect(canonicalJson({ b: [{ '9': 1, '10': 2 }], a: { é: 1, z: null } })).toBe(
    '{"a":{"z":null,"é":1},"b":[{"10":2,"9":1}]}',
  );
});

test('numbers and strings are written as RFC 8785 says', () => {
  const sample = {
    numbers: [1 / 3, 1e30, 4.5, 2e-3, 1e-27],
    string: '\u20ac$\u000F\nA\'B"\\\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(sample)).toBe(
    '{"literals":[null,true,false],"numbers":[0.3333333333333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('the text reads back as the value, and is the same for every order of names', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('what JSON cannot carry is refused', () => {
  expect(() => canonicalJson({ a: Number.NaN })).toThrow('NaN');
  expect(() => canonicalJson([() => 1])).toThrow('function');
});
