import { NotAnId } from '@reportback/domain';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';

/**
 * What a call sent, checked against what it may send.
 * @throws Refusal `bad-input` that names the first field that is wrong
 */
export function readBody<Value>(schema: z.ZodType<Value>, body: unknown): Value {
  const read = schema.safeParse(body ?? {});
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = issue?.path.map(String).join('.') ?? '';
  const message = issue?.message ?? 'It could not be read';
  throw new Refusal('bad-input', field === '' ? `${message}.` : `“${field}”: ${message}.`);
}

/** An id within a body. */
export function idSchema<Id>(parse: (text: string) => Id) {
  return z.string().transform((text, context) => {
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof NotAnId)) throw error;
      context.addIssue({ code: 'custom', message: error.message.replace(/\.$/, '') });
      return z.NEVER;
    }
  });
}

/** One line that a person typed: without control characters, its blanks joined, no longer than `most`. */
export function lineSchema(most: number) {
  return z
    .string('It must be a text')
    .transform((text) => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim())
    .pipe(z.string().max(most, `It may have ${most} characters at most`));
}

/** Lines that a person typed: without control characters but line breaks. */
export function textSchema(most: number) {
  return z
    .string('It must be a text')
    .transform((text) =>
      text
        .replaceAll(/\r\n?/g, '\n')
        .replaceAll(/[^\P{Cc}\n\t]/gu, '')
        .trim(),
    )
    .pipe(z.string().max(most, `It may have ${most} characters at most`));
}
