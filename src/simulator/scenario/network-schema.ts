import * as z from 'zod/mini';

/** PutAccountSettingDefault, of the settings that decide where tasks run. */
export const accountSettingsSchema = z.strictObject({
  /** On when the instances are launched: types that support it get a trunk interface (2.3). Default disabled. */
  awsvpcTrunking: z.optional(z.enum(['enabled', 'disabled'])),
});

/** A subnet: awsvpc tasks name subnets, and a subnet lies in one zone. */
export const subnetSchema = z.strictObject({
  subnetId: z.string().check(z.minLength(1)),
  availabilityZone: z.string().check(z.minLength(1)),
});

/** AwsVpcConfiguration, required for awsvpc tasks and refused for all others (2.2). */
export const networkConfigurationSchema = z.strictObject({
  awsvpcConfiguration: z.strictObject({
    /** 1 to 16 names of `world.subnets`. */
    subnets: z.array(z.string()),
    /** At most 5. */
    securityGroups: z.optional(z.array(z.string())),
    /** Default DISABLED. Only Fargate tasks take ENABLED. */
    assignPublicIp: z.optional(z.enum(['ENABLED', 'DISABLED'])),
  }),
});

export type AccountSettings = z.infer<typeof accountSettingsSchema>;
export type Subnet = z.infer<typeof subnetSchema>;
export type NetworkConfiguration = z.infer<typeof networkConfigurationSchema>;
