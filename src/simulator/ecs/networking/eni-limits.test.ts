import { describe, expect, it } from 'vitest';
import { INSTANCE_TYPES } from '../instance-types.ts';
import { awsvpcTaskLimit, eniLimit, supportsTrunking } from './eni-limits.ts';

/** Line by line from the published tables: type, ENIs, IPv4 addresses per ENI, awsvpc tasks, tasks with a trunk. */
const PUBLISHED = `
  t3.nano 2 2 1 –
  t3.micro 2 2 1 –
  t3.small 3 4 2 –
  t3.medium 3 6 2 –
  t3.large 3 12 2 –
  t3.xlarge 4 15 3 –
  t3.2xlarge 4 15 3 –
  t4g.nano 2 2 1 –
  t4g.micro 2 2 1 –
  t4g.small 3 4 2 –
  t4g.medium 3 6 2 –
  t4g.large 3 12 2 –
  t4g.xlarge 4 15 3 –
  t4g.2xlarge 4 15 3 –
  m5.large 3 10 2 10
  m5.xlarge 4 15 3 20
  m5.2xlarge 4 15 3 40
  m5.4xlarge 8 30 7 60
  m5.8xlarge 8 30 7 60
  m5.12xlarge 8 30 7 60
  m5.16xlarge 15 50 14 120
  m5.24xlarge 15 50 14 120
  m6i.large 3 10 2 10
  m6i.xlarge 4 15 3 20
  m6i.2xlarge 4 15 3 40
  m6i.4xlarge 8 30 7 60
  m6i.8xlarge 8 30 7 90
  m6i.12xlarge 8 30 7 120
  m6i.16xlarge 15 50 14 120
  m6i.24xlarge 15 50 14 120
  m6i.32xlarge 15 50 14 120
  m7g.medium 2 4 1 4
  m7g.large 3 10 2 10
  m7g.xlarge 4 15 3 20
  m7g.2xlarge 4 15 3 40
  m7g.4xlarge 8 30 7 60
  m7g.8xlarge 8 30 7 60
  m7g.12xlarge 8 30 7 60
  m7g.16xlarge 15 50 14 120
  c5.large 3 10 2 10
  c5.xlarge 4 15 3 20
  c5.2xlarge 4 15 3 40
  c5.4xlarge 8 30 7 60
  c5.9xlarge 8 30 7 60
  c5.12xlarge 8 30 7 60
  c5.18xlarge 15 50 14 120
  c5.24xlarge 15 50 14 120
  c6i.large 3 10 2 10
  c6i.xlarge 4 15 3 20
  c6i.2xlarge 4 15 3 40
  c6i.4xlarge 8 30 7 60
  c6i.8xlarge 8 30 7 90
  c6i.12xlarge 8 30 7 120
  c6i.16xlarge 15 50 14 120
  c6i.24xlarge 15 50 14 120
  c6i.32xlarge 15 50 14 120
  r5.large 3 10 2 10
  r5.xlarge 4 15 3 20
  r5.2xlarge 4 15 3 40
  r5.4xlarge 8 30 7 60
  r5.8xlarge 8 30 7 –
  r5.12xlarge 8 30 7 60
  r5.16xlarge 15 50 14 120
  r5.24xlarge 15 50 14 120
`;

const rows = PUBLISHED.trim()
  .split('\n')
  .map((line) => {
    const [type = '', enis, addressesPerEni, tasks, trunk] = line.trim().split(' ');
    return {
      type,
      enis: Number(enis),
      addressesPerEni: Number(addressesPerEni),
      tasks: Number(tasks),
      trunk: trunk === '–' ? undefined : Number(trunk),
    };
  });

describe('network interfaces of an instance (2.3)', () => {
  it.each(rows)('2.3: $type has $enis ENIs with $addressesPerEni IPv4 addresses each', (row) => {
    expect(eniLimit(row.type)).toEqual({ enis: row.enis, addressesPerEni: row.addressesPerEni });
  });

  it('2.3: every instance type of the simulator has its figures, and no other type has', () => {
    expect(rows.map(({ type }) => type).sort()).toEqual([...INSTANCE_TYPES.keys()].sort());
    for (const type of ['m5.9xlarge', 'c5.medium', 'x9.large', 'm5', '']) expect(eniLimit(type)).toBeUndefined();
  });
});

describe('awsvpc tasks on an instance (2.3)', () => {
  it.each(rows)('2.3: $type holds $tasks awsvpc tasks without trunking: its ENIs less the primary one', (row) => {
    expect(awsvpcTaskLimit(row.type, { trunking: false })).toBe(row.tasks);
    expect(row.tasks).toBe(row.enis - 1);
  });

  it.each(rows.filter(({ trunk }) => trunk !== undefined))('2.3: $type holds $trunk with a trunk', (row) => {
    expect(awsvpcTaskLimit(row.type, { trunking: true })).toBe(row.trunk);
    expect(supportsTrunking(row.type)).toBe(true);
  });

  it.each(rows.filter(({ trunk }) => trunk === undefined))(
    '2.3: $type supports no trunk, so the account setting changes nothing',
    (row) => {
      expect(awsvpcTaskLimit(row.type, { trunking: true })).toBe(row.tasks);
      expect(supportsTrunking(row.type)).toBe(false);
    },
  );

  it('2.3: an unknown type has no limit to tell', () => {
    expect(awsvpcTaskLimit('c5.medium', { trunking: false })).toBeUndefined();
    expect(awsvpcTaskLimit('m5.9xlarge', { trunking: true })).toBeUndefined();
    expect(supportsTrunking('m5.9xlarge')).toBe(false);
  });
});
