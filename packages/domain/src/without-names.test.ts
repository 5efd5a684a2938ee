import { expect, it } from 'vitest';
import { withoutNames } from './without-names.ts';

const names = ['Zora Lund', 'Z. Lund', ''];

it('takes a name out of what people wrote, as whole words, and leaves everything else', () => {
  const step = {
    is: 'plenary',
    command: {
      is: 'put-action',
      action: {
        id: 'zora lund',
        text: 'zora  LUND calls; Zora Lundgren waits',
        owner: 'Zora Lund',
        due: '',
      },
    },
  };
  expect(withoutNames(step, names)).toEqual({
    is: 'plenary',
    command: {
      is: 'put-action',
      action: { id: 'zora lund', text: 'somebody calls; Zora Lundgren waits', owner: '', due: '' },
    },
  });
  expect(withoutNames({ owner: 'Bo, Z. Lund' }, names)).toEqual({ owner: 'Bo, somebody' });
});

it('a name of one word is taken for a person only where a person is asked for', () => {
  const said = { text: 'Mark the points', owner: 'Mark' };
  expect(withoutNames(said, ['Mark'])).toEqual({ text: 'Mark the points', owner: '' });
});

it('gives back the very same where there is nothing to take out', () => {
  const said = { is: 'message', text: 'Five minutes (left) [now]', to: null };
  expect(withoutNames(said, ['Zora (Lund) [x', ...names])).toBe(said);
});
