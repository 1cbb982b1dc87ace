/** Listeners as AWS gives them. */
import type { Listener } from '@aws-sdk/client-elastic-load-balancing-v2'
import { withoutSecrets } from '../../engine/elb/modify.ts'
import type { ListenerRecord } from '../../world/elb-tables.ts'

export function toListener(record: ListenerRecord): Listener {
  const secure = record.protocol === 'HTTPS'
  return {
    ListenerArn: record.listenerArn,
    LoadBalancerArn: record.loadBalancerArn,
    Port: record.port,
    Protocol: record.protocol,
    // Only the default certificate; the others are given by DescribeListenerCertificates.
    Certificates: secure
      ? record.certificateArns.slice(0, 1).map((arn) => ({ CertificateArn: arn }))
      : undefined,
    SslPolicy: record.sslPolicy,
    DefaultActions: withoutSecrets(record.defaultActions),
    MutualAuthentication: secure ? { Mode: 'off' } : undefined,
  }
}
