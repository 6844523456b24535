import { describe, expect, test } from 'vitest';
import { readOutput } from './read-output.ts';

const sentence = (text: string) => {
  const { fault } = readOutput({ file: 'f.json', text });
  return fault && `${fault.at ? `${fault.at.line}:${fault.at.column} ` : ''}${fault.message}`;
};

describe('what the AWS CLI printed into a file', () => {
  test('JSON is read, with a byte order mark and blank lines around it too', () => {
    expect(readOutput({ file: 'f.json', text: '\uFEFF\n {"services": []}\r\n' })).toEqual({ value: { services: [] } });
  });

  test.each<[string, string, string]>([
    ['an empty file', ' \n', 'this file is empty; run the aws command again'],
    [
      'half of its JSON',
      '{\n  "services": [\n    { "serviceName": "we',
      '3:25 the JSON breaks off here, so half of it is missing',
    ],
    ['JSON cut after a value', '{ "services": [] ', '1:17 the JSON breaks off here'],
    ['two documents', '{ "services": [] }\n{ "services": [] }', '2:1 a second document begins here'],
    ['a slip of a hand', '{ "services": [}', 'this is not JSON; run the aws command again'],
    ['YAML', 'services:\n- serviceName: web\n', 'this is YAML; run the same command with --output json'],
    ['a YAML document', '---\nservices: []\n', 'this is YAML'],
    ['--output text', 'SERVICES\tarn:aws:ecs\tweb\nEVENTS\tx\n', 'this is --output text'],
    ['--output table', '-----------\n|  DescribeServices  |\n', 'this is --output table'],
    [
      'an answer of the AWS CLI',
      '\nAn error occurred (ClusterNotFoundException) when …',
      'the AWS CLI answered with an error here',
    ],
    ['nonsense', 'hello', 'this is not what the AWS CLI prints'],
    ['UTF-16 of PowerShell', '{\u0000"\u0000', "this file is UTF-16, as PowerShell's > writes it"],
    [
      '10 MB',
      `{"a":"${'x'.repeat(10_000_000)}"}`,
      'this file has 10.0 million characters, more than any describe command',
    ],
  ])('%s is told in one sentence', (_, text, start) => {
    expect(sentence(text)?.startsWith(start)).toBe(true);
    expect(sentence(text)).not.toMatch(/SyntaxError|undefined|\.$/);
  });
});
