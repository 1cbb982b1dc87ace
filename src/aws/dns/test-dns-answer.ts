/** What Route 53's own name servers answer, without any cache. Public zones only. */
import { TestDNSAnswerCommand } from '@aws-sdk/client-route-53'
import type { DnsQuestion } from '../../core/dns/resolver-answer.ts'
import { text, texts } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { route53 } from './route53.ts'

export interface NameServerAnswer {
  nameServer: string
  /** `NOERROR`, `NXDOMAIN`, … */
  rcode: string
  /** AWS tells no TTLs. */
  data: string[]
}

/** Where the clients are that the answer is for: an address and the bits of it that count. */
export interface ClientSubnet {
  address: string
  bits: number
}

/** @throws AwsProblem. https://docs.aws.amazon.com/Route53/latest/APIReference/API_TestDNSAnswer.html */
export async function testDnsAnswer(
  aws: Aws,
  zoneId: string,
  { name, type }: DnsQuestion,
  options?: CallOptions & { clientSubnet?: ClientSubnet },
): Promise<NameServerAnswer> {
  const { clientSubnet } = options ?? {}
  const command = new TestDNSAnswerCommand({
    HostedZoneId: zoneId,
    RecordName: name,
    RecordType: type as 'A',
    ...(clientSubnet && {
      EDNS0ClientSubnetIP: clientSubnet.address,
      EDNS0ClientSubnetMask: String(clientSubnet.bits),
    }),
  })
  const { value } = await call(
    aws,
    {
      service: route53,
      bucket: 'route53',
      command,
      take: ({ Nameserver, ResponseCode, RecordData }) => ({
        nameServer: Nameserver ?? '',
        rcode: text(ResponseCode, 'ResponseCode'),
        data: texts(RecordData ?? [], 'RecordData'),
      }),
    },
    options,
  )
  return value
}
