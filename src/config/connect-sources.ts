/** The hosts a deployment may talk to, from its config.json: the page narrows its content security policy to exactly these. */
import type { Config, ServiceName } from './schema.ts'

/**
 * Services the console calls today and their host names; `{r}` is the Region.
 * https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html
 */
const hosts: Partial<Record<ServiceName, string>> = {
  ecs: 'ecs.{r}',
  elbv2: 'elasticloadbalancing.{r}',
  elb: 'elasticloadbalancing.{r}',
  cloudwatch: 'monitoring.{r}',
  logs: 'logs.{r}',
  sts: 'sts.{r}',
  acm: 'acm.{r}',
  applicationAutoScaling: 'application-autoscaling.{r}',
  codedeploy: 'codedeploy.{r}',
  ec2: 'ec2.{r}',
  ecr: 'api.ecr.{r}',
  scheduler: 'scheduler.{r}',
  secretsmanager: 'secretsmanager.{r}',
  ssm: 'ssm.{r}',
  // One service for all Regions.
  iam: 'iam',
  route53: 'route53',
  cognitoIdentity: 'cognito-identity.{r}',
}

/** Sources for `connect-src`, sorted, each once. Never a wildcard: `*.amazonaws.com` would admit anyone's bucket. */
export function connectSources(config: Config): string[] {
  const sources = new Set<string>(["'self'"])
  const add = (url: string): void => void sources.add(new URL(url).origin)
  if (!config.practice) {
    for (const url of serviceUrls(config)) add(url)
    if (config.auth.mode === 'cognito') {
      add(config.auth.issuer)
      add(config.auth.loginDomain)
    }
  }
  for (const resolver of config.resolvers) add(resolver.url)
  for (const host of config.probeHosts) add(host)
  return [...sources].toSorted()
}

function serviceUrls(config: Config): string[] {
  return (Object.keys(hosts) as ServiceName[]).flatMap((service) => {
    const own = config.endpoints[service] ?? config.endpoint
    if (own) return [own]
    return regionsOf(config, service).map((region) => awsHost(service, region))
  })
}

function regionsOf(config: Config, service: ServiceName): string[] {
  if (service !== 'cognitoIdentity') return config.regions
  return config.auth.mode === 'cognito' ? [poolRegion(config.auth.identityPoolId)] : []
}

/** Region of an identity pool, the part of its id before the colon. */
export function poolRegion(identityPoolId: string): string {
  return identityPoolId.split(':')[0] ?? ''
}

function awsHost(service: ServiceName, region: string): string {
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return `https://${(hosts[service] ?? '').replace('{r}', region)}.${suffix}`
}
