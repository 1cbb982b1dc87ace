/** TestDNSAnswer: what a zone's name servers answer. https://docs.aws.amazon.com/Route53/latest/APIReference/API_TestDNSAnswer.html */
import { TestDNSAnswer$ } from '@aws-sdk/client-route-53'
import type { TestDNSAnswerCommandInput, TestDNSAnswerCommandOutput } from '@aws-sdk/client-route-53'
import { answerInZone } from '../../engine/dns/authority.ts'
import { whereIs } from '../../engine/dns/authority-places.ts'
import { canonicalName, isWithin } from '../../engine/dns/names.ts'
import { AwsError, operation } from '../../operation.ts'
import { noise } from '../../world/random.ts'
import { zoneById } from './look-up.ts'

export const TestDNSAnswer = operation<TestDNSAnswerCommandInput, TestDNSAnswerCommandOutput>(
  TestDNSAnswer$,
  (input, { world, requestId }) => {
    const zone = zoneById(world, input.HostedZoneId)
    if (zone.privateZone) {
      throw new AwsError('InvalidInput', 'TestDNSAnswer is not supported for private hosted zones.')
    }
    const name = canonicalName(input.RecordName ?? '')
    if (!isWithin(name, zone.name)) {
      throw new AwsError('InvalidInput', `The record name ${name} is not in the hosted zone ${zone.name}`)
    }
    checkAddress(input.ResolverIP, 'ResolverIP')
    checkAddress(input.EDNS0ClientSubnetIP, 'EDNS0ClientSubnetIP')
    const asker = input.EDNS0ClientSubnetIP ?? input.ResolverIP
    const { rcode, records } = answerInZone(world, zone, {
      name,
      type: input.RecordType ?? 'A',
      // Each call is another question, without a change of the world's own source of chance.
      draw: noise(`answer/${requestId}`),
      ...whereIs(asker),
    })
    const server = Math.floor(noise(`server/${requestId}`) * zone.nameServers.length)
    return {
      Nameserver: zone.nameServers[server] ?? '',
      RecordName: name.replace(/\.$/, ''),
      RecordType: input.RecordType,
      RecordData: records.map(({ data }) => data),
      ResponseCode: rcode,
      Protocol: 'UDP',
    }
  },
)

/** @throws AwsError InvalidInput */
function checkAddress(ip: string | undefined, name: string): void {
  if (ip !== undefined && !/^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*)$/i.test(ip)) {
    throw new AwsError('InvalidInput', `${name} is not a valid IP address: ${ip}`)
  }
}
