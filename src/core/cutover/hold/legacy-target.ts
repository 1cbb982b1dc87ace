/** What the hostname led to before: each kind shows in its own way whether it is still in use. */
export type LegacyTarget =
  /** `targetGroupArn` where the load balancer serves others as well. */
  | { kind: 'application'; loadBalancerArn: string; targetGroupArn?: string }
  | { kind: 'classic'; name: string }
  /** Behind an Elastic IP address. */
  | { kind: 'instance'; instanceId: string }
  /** On premises, or anywhere that CloudWatch does not see. */
  | { kind: 'elsewhere'; name: string }
