import type { ImportFault, SourceFile } from './source.ts';

/**
 * Far above what one call prints (10 services, 100 container instances or 100 tasks), and small enough that a file
 * named by mistake is refused at once.
 */
const MAX_CHARACTERS = 8_000_000;

const AGAIN = 'run the aws command again with --output json and save all that it prints';

/** The JSON value that the AWS CLI printed into this file, or one sentence on what the file is instead. */
export function readOutput({
  file,
  text,
}: SourceFile): { value: unknown; fault?: undefined } | { value?: undefined; fault: ImportFault } {
  const refuse = (message: string, at?: { line: number; column: number }) => ({
    fault: { file, path: [], message, ...(at === undefined ? {} : { at }) },
  });
  if (text.length > MAX_CHARACTERS) {
    const millions = (text.length / 1e6).toFixed(1);
    return refuse(`this file has ${millions} million characters, more than any describe command prints; ${AGAIN}`);
  }
  if (text.includes('\u0000')) {
    return refuse("this file is UTF-16, as PowerShell's > writes it; write it with | Out-File -Encoding utf8");
  }
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body === '') return refuse(`this file is empty; ${AGAIN}`);
  if (!/^[[{]/.test(body)) return refuse(whatElse(body));
  try {
    return { value: JSON.parse(body) };
  } catch (error) {
    const offset = offsetOf(error, body);
    const at = offset === undefined ? undefined : placeOf(text, text.indexOf(body) + offset);
    return refuse(brokenJson(error, offset === body.length), at);
  }
}

/** What a text without braces is. */
function whatElse(body: string): string {
  if (/^[-+]{3,}\s*[\r\n]+\|/.test(body)) return 'this is --output table; run the same command with --output json';
  if (/^An error occurred \(|^aws: error|^usage: aws/m.test(body)) {
    return 'the AWS CLI answered with an error here; read it, and run the command again';
  }
  if (/^[A-Z]{3,}\t/.test(body)) return 'this is --output text; run the same command with --output json';
  if (/^(---\s|- \S|[A-Za-z][\w-]*:(\s|$))/.test(body)) {
    return 'this is YAML; run the same command with --output json';
  }
  return `this is not what the AWS CLI prints; ${AGAIN}`;
}

function brokenJson(error: unknown, isCut: boolean): string {
  if (isCut) return `the JSON breaks off here, so half of it is missing; ${AGAIN}`;
  if (/after JSON/.test(messageOf(error)))
    return 'a second document begins here; write the output of each command to its own file';
  return `this is not JSON; ${AGAIN}`;
}

/** Where the parser stopped, as far as it says so. */
function offsetOf(error: unknown, body: string): number | undefined {
  if (/end of JSON/.test(messageOf(error))) return body.length;
  const match = /position (\d+)/.exec(messageOf(error));
  if (match === null) return undefined;
  return /Unterminated/.test(messageOf(error)) ? body.length : Number(match[1]);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
