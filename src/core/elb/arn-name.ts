/** Names inside Elastic Load Balancing ARNs: `…:loadbalancer/app/<name>/<id>`, `…:targetgroup/<name>/<id>`. */

/** The name of a load balancer; the ARN itself where it has another shape. */
export function loadBalancerName(arn: string): string {
  return /:loadbalancer\/(?:(?:app|net|gwy)\/)?([^/]+)/.exec(arn)?.[1] ?? arn
}

/** The name of a target group; the ARN itself where it has another shape. */
export function targetGroupName(arn: string): string {
  return /:targetgroup\/([^/]+)/.exec(arn)?.[1] ?? arn
}
