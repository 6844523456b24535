import { expect, test } from 'vitest';
import { mapTexts, stripper } from './strip.ts';

test.each([
  ['arn:aws:ecs:us-east-1:111122223333:task-definition/web:7', 'web:7'],
  ['see arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:check, then', 'see check, then'],
  ['111122223333.dkr.ecr.us-east-1.amazonaws.com/shop/web:v2', 'shop/web:v2'],
  [`111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/web@sha256:${'0123456789abcdef'.repeat(4)}`, 'web@digest-1'],
  ['subnet-0d0eab1bb38d5ca64, subnet-0db5010045995c2d5, subnet-0d0eab1bb38d5ca64', 'subnet-1, subnet-2, subnet-1'],
  ['logs-111122223333-a', 'logs-number-1-a'],
  ['web-41 of i-like-it and 65535', 'web-41 of i-like-it and 65535'],
])('%s becomes %s', (text, stripped) => {
  expect(stripper()(text)).toBe(stripped);
});

test('keys are stripped like values, so that names still fit each other', () => {
  const strip = stripper();
  const image = '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1';
  expect(mapTexts({ images: { [image]: { pull: 4 } }, of: [image] }, strip)).toEqual({
    images: { 'web:1': { pull: 4 } },
    of: ['web:1'],
  });
});
