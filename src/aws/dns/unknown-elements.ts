/** Finds what the SDK drops without a word: elements of a record set that it does not know, and that a restore would lose. */

/** Every element below ResourceRecordSet that this console puts back. https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html */
const known = new Set([
  'Name',
  'Type',
  'SetIdentifier',
  'Weight',
  'Region',
  'GeoLocation',
  'ContinentCode',
  'CountryCode',
  'SubdivisionCode',
  'Failover',
  'MultiValueAnswer',
  'TTL',
  'ResourceRecords',
  'ResourceRecord',
  'Value',
  'AliasTarget',
  'HostedZoneId',
  'DNSName',
  'EvaluateTargetHealth',
  'HealthCheckId',
  'TrafficPolicyInstanceId',
  'CidrRoutingConfig',
  'CollectionId',
  'LocationName',
  'GeoProximityLocation',
  'AWSRegion',
  'LocalZoneGroup',
  'Coordinates',
  'Latitude',
  'Longitude',
  'Bias',
])

/** Names of unknown elements, one list for each record set in the order of the answer. `xml`: a ListResourceRecordSets answer. */
export function unknownElements(xml: string): string[][] {
  return [...xml.matchAll(/<ResourceRecordSet(?:\s[^>]*)?>([\s\S]*?)<\/ResourceRecordSet>/g)].map(
    ([, content = '']) => {
      const names = [...content.matchAll(/<([A-Za-z_][\w.:-]*)/g)].map(([, name = '']) => name)
      return [...new Set(names.filter((name) => !known.has(name)))]
    },
  )
}
