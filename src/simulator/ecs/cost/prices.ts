import type { BalancerType } from '../../scenario/load-balancer-schema.ts';

/**
 * What things cost in US East (N. Virginia), us-east-1, in USD, without discounts, taxes and free tiers. Prices change:
 * every figure was looked up on 2026-11-21, in the sources below. What could not be confirmed is not here.
 *
 * Left out: load balancer capacity units (LCU), data transfer, public IPv4 addresses, EBS volumes, CloudWatch, SQS,
 * EventBridge, SNS, the management fee of ECS Managed Instances, App Runner, Fargate on Windows, and the prices of EC2
 * Spot, which differ by zone and hour (a world may give its own percentage).
 */
export const PRICE_REGION = 'us-east-1';

/** One billionth of a dollar an hour: every price of the table is a whole number of them. */
export type NanoDollarsPerHour = number;

/** Of a source: where it is, and what day its figures are of. */
export type PriceSource = { what: string; url: string; of: string; checked: string };

export const PRICE_SOURCES: readonly PriceSource[] = [
  {
    what: 'EC2 instances, Linux, On-Demand',
    url: 'https://github.com/aws/karpenter-provider-aws/blob/6fc13b5236fd04fd16ff3f9dc7490d0813994099/pkg/providers/pricing/zz_generated.pricing_aws.go',
    of: '2026-07-20, from the AWS Price List API',
    checked: '2026-11-21',
  },
  {
    what: 'Fargate, Linux, x86 and ARM',
    url: 'https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonECS/current/region_index.json',
    of: '2026-09-11, as quoted by public price surveys; the same at https://www.vantage.sh/blog/fargate-pricing',
    checked: '2026-11-21',
  },
  {
    what: 'Fargate Spot, Linux, x86 and ARM: a price of that day',
    url: 'https://aws.amazon.com/fargate/pricing/ (its feed: https://dftu77xade0tc.cloudfront.net/fargate-spot-prices.json)',
    of: '2026-09-28, as quoted by a public price survey',
    checked: '2026-11-21',
  },
  {
    what: 'Application, Network and Classic Load Balancer hours',
    url: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
    of: '2026-08-22 and May 2026, as quoted by public price surveys (https://awsnegotiations.com/elastic-load-balancer-cost.html)',
    checked: '2026-11-21',
  },
];

const BURSTABLE_SIZES = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge', '2xlarge'];
const COMMON_SIZES = [
  'large',
  'xlarge',
  '2xlarge',
  '4xlarge',
  '8xlarge',
  '12xlarge',
  '16xlarge',
  '24xlarge',
  '32xlarge',
];
const C5_SIZES = ['large', 'xlarge', '2xlarge', '4xlarge', '9xlarge', '12xlarge', '18xlarge', '24xlarge'];
const M7G_SIZES = ['medium', 'large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge'];

/** Millionths of a dollar an hour, size by size. */
const EC2: Record<string, [sizes: readonly string[], microDollars: readonly number[]]> = {
  t3: [BURSTABLE_SIZES, [5_200, 10_400, 20_800, 41_600, 83_200, 166_400, 332_800]],
  t4g: [BURSTABLE_SIZES, [4_200, 8_400, 16_800, 33_600, 67_200, 134_400, 268_800]],
  m5: [COMMON_SIZES, [96_000, 192_000, 384_000, 768_000, 1_536_000, 2_304_000, 3_072_000, 4_608_000]],
  m6i: [COMMON_SIZES, [96_000, 192_000, 384_000, 768_000, 1_536_000, 2_304_000, 3_072_000, 4_608_000, 6_144_000]],
  m7g: [M7G_SIZES, [40_800, 81_600, 163_200, 326_400, 652_800, 1_305_600, 1_958_400, 2_611_200]],
  c5: [C5_SIZES, [85_000, 170_000, 340_000, 680_000, 1_530_000, 2_040_000, 3_060_000, 4_080_000]],
  c6i: [COMMON_SIZES, [85_000, 170_000, 340_000, 680_000, 1_360_000, 2_040_000, 2_720_000, 4_080_000, 5_440_000]],
  r5: [COMMON_SIZES, [126_000, 252_000, 504_000, 1_008_000, 2_016_000, 3_024_000, 4_032_000, 6_048_000]],
};

/** EC2 On-Demand by instance type: Linux, shared tenancy. Billed by the second, at least 60. */
export const EC2_PRICES: ReadonlyMap<string, NanoDollarsPerHour> = new Map(
  Object.entries(EC2).flatMap(([family, [sizes, prices]]) =>
    prices.map((microDollars, i): [string, number] => [`${family}.${sizes[i]}`, microDollars * 1000]),
  ),
);

export type FargatePrice = { vcpu: NanoDollarsPerHour; gigabyte: NanoDollarsPerHour };

/** Fargate on Linux, by vCPU and by GB (1,024 MiB) of memory. Billed by the second, at least 60. */
export const FARGATE_PRICES: Record<'on-demand' | 'spot', Record<'X86_64' | 'ARM64', FargatePrice>> = {
  'on-demand': {
    X86_64: { vcpu: 40_480_000, gigabyte: 4_445_000 },
    ARM64: { vcpu: 32_380_000, gigabyte: 3_560_000 },
  },
  spot: {
    X86_64: { vcpu: 12_888_710, gigabyte: 1_415_270 },
    ARM64: { vcpu: 10_309_690, gigabyte: 1_133_490 },
  },
};

/** Each GB of ephemeral storage beyond the 20 that a Fargate task has. */
export const EPHEMERAL_STORAGE_PRICE: NanoDollarsPerHour = 111_000;

/** Load balancers, for each hour or part of one. Their capacity units are left out. */
export const LOAD_BALANCER_PRICES: Record<Exclude<BalancerType, 'gateway'>, NanoDollarsPerHour> = {
  application: 22_500_000,
  network: 22_500_000,
  classic: 25_000_000,
};
