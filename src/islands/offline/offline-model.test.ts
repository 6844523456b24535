import { describe, expect, it } from 'vitest';
import { afterMessage, lineOf, type OfflineState, sizeOf } from './offline-model.ts';

const page = { language: 'ko' as const, freeBytes: 400_000, mayFetch: true };
const starting: OfflineState = { phase: 'starting' };
const part = (savedBytes: number, totalBytes = 1_000_000) => ({ savedBytes, totalBytes });

describe('the offline line', () => {
  it('says nothing before the worker has spoken', () => {
    expect(lineOf(starting, true).text).toBeUndefined();
  });

  it('shows percentage and size while saving', () => {
    const message = { type: 'saving', language: 'ko', savedBytes: 450_000, totalBytes: 1_500_000 } as const;
    expect(lineOf(afterMessage(starting, message, page), true)).toEqual({
      text: 'saving',
      values: { size: '1.5 MB', percent: '30' },
      button: undefined,
      progress: 30,
    });
  });

  it('says how much is kept, and offers the other language with its size', () => {
    const parts = { app: part(1_000_000), ko: part(1_000_000), en: part(200_000) };
    const line = lineOf(afterMessage(starting, { type: 'saved', parts }, page), true);
    expect(line).toMatchObject({ text: 'saved', button: 'other', values: { size: '2.2 MB', otherSize: '0.8 MB' } });
  });

  it('offers nothing more when both languages are kept, or when there is no network', () => {
    const all = { app: part(1_000_000), ko: part(1_000_000), en: part(1_000_000) };
    expect(lineOf(afterMessage(starting, { type: 'saved', parts: all }, page), true).button).toBeUndefined();
    const one = { ...all, en: part(0) };
    const offline = lineOf(afterMessage(starting, { type: 'saved', parts: one }, page), false);
    expect(offline).toMatchObject({ text: 'working', button: undefined });
  });

  it('waits for the reader where the browser asks to save data', () => {
    const parts = { app: part(1_000_000), ko: part(0), en: part(0) };
    const line = lineOf(afterMessage(starting, { type: 'saved', parts }, { ...page, mayFetch: false }), true);
    expect(line).toMatchObject({ text: 'offer', button: 'save', values: { size: '2.0 MB' } });
  });

  it('says where a broken connection stopped it, and offers to continue', () => {
    const saving: OfflineState = { phase: 'saving', savedBytes: 500_000, totalBytes: 2_000_000 };
    const failed = afterMessage(saving, { type: 'failed', language: 'ko', reason: 'no-connection' }, page);
    expect(lineOf(failed, true)).toMatchObject({ text: 'noConnection', button: 'again', values: { percent: '25' } });
  });

  it('says what it needs and what is left when there is no room', () => {
    const saving: OfflineState = { phase: 'saving', savedBytes: 0, totalBytes: 2_000_000 };
    const failed = afterMessage(saving, { type: 'failed', language: 'ko', reason: 'no-space' }, page);
    expect(lineOf(failed, true)).toMatchObject({ text: 'noSpace', values: { size: '2.0 MB', free: '0.4 MB' } });
  });

  it('never calls something nothing', () => {
    expect(sizeOf(1)).toBe('0.1 MB');
    expect(sizeOf(0)).toBe('0.0 MB');
  });
});
