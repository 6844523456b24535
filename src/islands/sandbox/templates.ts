/** Worlds to begin with: scenarios of the lab, without their task. Named in the message table by `id`. */
export const TEMPLATES = [
  { id: 'rolling', from: 'rolling-update/half-the-fleet' },
  { id: 'zones', from: 'placement/survive-a-zone' },
  { id: 'fargate', from: 'crossing/an-update-in-the-rush' },
  { id: 'provider', from: 'capacity/a-zone-goes-dark' },
  { id: 'green', from: 'deployment/room-for-green' },
  { id: 'queue', from: 'scaling/ten-seconds-of-patience' },
] as const;

export type TemplateId = (typeof TEMPLATES)[number]['id'];
