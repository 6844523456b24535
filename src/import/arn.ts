/** The last part of an ARN: `web:7`, `web`, an id. A text that is no ARN is its own name. */
export function nameOf(arn: string): string {
  if (!arn.startsWith('arn:')) return arn;
  const resource = arn.split(':').slice(5).join(':');
  // arn:…:targetgroup/web/73e2d6bc24d8a067 has its name before an id; functions are arn:…:function:name.
  const parts = resource.split('/');
  if (parts[0] === 'targetgroup') return parts[1] ?? resource;
  if (resource.startsWith('function:')) return resource.split(':')[1] ?? resource;
  return parts.at(-1) ?? resource;
}

/** `us-east-1` of an ARN; undefined for anything else. */
export function regionOf(arn: string | undefined): string | undefined {
  const region = arn?.startsWith('arn:') ? arn.split(':')[3] : undefined;
  return region === '' ? undefined : region;
}

/** The cluster that the ARN of a container instance, a task or a service names; the older short form names none. */
export function clusterOf(arn: string | undefined): string | undefined {
  const parts = arn?.split(':').slice(5).join(':').split('/') ?? [];
  return parts.length >= 3 ? parts[1] : undefined;
}
