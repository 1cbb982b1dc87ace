/**
 * What goes over the wire, byte for byte, in both directions: written by hand from AWS's documentation, because AWS's own
 * code sits on both ends of every other test here.
 */
import { DescribeAutoScalingGroups$ } from '@aws-sdk/client-auto-scaling'
import { DescribeAlarms$ } from '@aws-sdk/client-cloudwatch'
import { DescribeInstances$ } from '@aws-sdk/client-ec2'
import { DescribeClusters$ } from '@aws-sdk/client-ecs'
import { DescribeTargetHealth$ } from '@aws-sdk/client-elastic-load-balancing-v2'
import { ChangeResourceRecordSets$, CreateHostedZone$, ListHostedZones$ } from '@aws-sdk/client-route-53'
import type { StaticOperationSchema } from '@smithy/types'
import { describe, expect, test } from 'vitest'
import { AwsError, operation } from '../operation.ts'
import type { ServiceModel, WireProtocol } from '../operation.ts'
import { codecs } from './codec.ts'
import { bound, payload, wrapped } from './every-kind.ts'
import { routeOf } from './route.ts'
import type { WireRequest, WireResponse } from './wire.ts'

const ID = '7a62c49f-347e-4fc4-9331-6e8eEXAMPLE'

function service(
  protocol: WireProtocol,
  schemas: StaticOperationSchema[],
  more: Partial<ServiceModel>,
): ServiceModel {
  const operations = schemas.map((schema) => operation(schema, () => ({})))
  return { name: 'x', signingName: 'x', iamPrefix: 'x', protocol, version: '', operations, ...more }
}

const ecs = service('awsJson1_1', [DescribeClusters$], { target: 'AmazonEC2ContainerServiceV20141113' })
const cloudwatch = service('awsJson1_0', [DescribeAlarms$], {
  target: 'GraniteServiceVersion20100801',
  version: '2010-08-01',
  xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
})
const elb = service('awsQuery', [DescribeTargetHealth$], {
  version: '2015-12-01',
  xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
})
const autoscaling = service('awsQuery', [DescribeAutoScalingGroups$], {
  version: '2011-01-01',
  xmlNamespace: 'http://autoscaling.amazonaws.com/doc/2011-01-01/',
})
const ec2 = service('ec2Query', [DescribeInstances$], {
  version: '2016-11-15',
  xmlNamespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
})
const route53 = service('restXml', [ListHostedZones$, ChangeResourceRecordSets$, CreateHostedZone$], {
  version: '2013-04-01',
  xmlNamespace: 'https://route53.amazonaws.com/doc/2013-04-01/',
})
const things = service('restXml', [bound, payload, wrapped], {
  version: '2020-01-01',
  xmlNamespace: 'urn:things',
})

/** A request written as it goes over the wire. */
function parse(text: string): WireRequest {
  const [head = '', body = ''] = text.split('\n\n')
  const [start = '', ...lines] = head.split('\n')
  const [method = '', address = ''] = start.split(' ')
  const [path = '', query = ''] = address.split('?')
  const headers = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 2),
  ])
  return {
    method,
    path,
    query: new URLSearchParams(query),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: new TextEncoder().encode(body),
  }
}

function open(model: ServiceModel, text: string) {
  const request = parse(text)
  const route = routeOf([model], request)
  if (!route?.operation) throw new Error('no route')
  const { operation: found, protocol } = route
  return {
    input: () => codecs[protocol].read(found, route, request),
    answer: (output: unknown) => bare(codecs[protocol].write(found, route, output, ID)),
    fail: (error: AwsError) => bare(codecs[protocol].fail(route, error, ID)),
  }
}

function bare({ status, headers, body }: WireResponse) {
  return { status, headers, body: new TextDecoder().decode(body) }
}

describe('JSON 1.1: ECS', () => {
  const call = open(
    ecs,
    `POST / HTTP/1.1
Host: ecs.us-east-1.amazonaws.com
X-Amz-Target: AmazonEC2ContainerServiceV20141113.DescribeClusters
Content-Type: application/x-amz-json-1.1

{"clusters":["default"],"include":["TAGS"]}`,
  )

  test('request', () => {
    expect(call.input()).toEqual({ clusters: ['default'], include: ['TAGS'] })
  })

  test('answer', () => {
    expect(
      call.answer({
        clusters: [{ clusterName: 'default', status: 'ACTIVE', runningTasksCount: 0, tags: [] }],
        failures: [],
      }),
    ).toEqual({
      status: 200,
      headers: { 'x-amzn-RequestId': ID, 'content-type': 'application/x-amz-json-1.1' },
      body: '{"clusters":[{"clusterName":"default","status":"ACTIVE","runningTasksCount":0,"tags":[]}],"failures":[]}',
    })
  })

  test('modelled error', () => {
    expect(call.fail(new AwsError('ClusterNotFoundException', 'Cluster not found.'))).toEqual({
      status: 400,
      headers: {
        'x-amzn-RequestId': ID,
        'content-type': 'application/x-amz-json-1.1',
        'x-amzn-ErrorType': 'ClusterNotFoundException',
      },
      body: '{"__type":"ClusterNotFoundException","message":"Cluster not found."}',
    })
  })

  test('errors that no model has, with and without words', () => {
    const error = new AwsError('SomethingNew', 'words', { status: 503, members: { extra: 1 } })
    expect(call.fail(error)).toMatchObject({
      status: 503,
      body: '{"__type":"SomethingNew","extra":1,"message":"words"}',
    })
    expect(call.fail(new AwsError('SerializationException', '')).body).toBe(
      '{"__type":"SerializationException"}',
    )
  })
})

describe('JSON 1.0: CloudWatch in query mode', () => {
  const text = `POST / HTTP/1.1
X-Amz-Target: GraniteServiceVersion20100801.DescribeAlarms
Content-Type: application/x-amz-json-1.0
x-amzn-query-mode: true

{"AlarmNames":["cpu"],"MaxRecords":1}`
  const call = open(cloudwatch, text)

  test('request and answer, times as epoch seconds', () => {
    expect(call.input()).toEqual({ AlarmNames: ['cpu'], MaxRecords: 1 })
    const at = new Date('2026-01-02T03:04:05.500Z')
    expect(call.answer({ MetricAlarms: [{ AlarmName: 'cpu', StateUpdatedTimestamp: at }] })).toEqual({
      status: 200,
      headers: { 'x-amzn-RequestId': ID, 'content-type': 'application/x-amz-json-1.0' },
      body: '{"MetricAlarms":[{"AlarmName":"cpu","StateUpdatedTimestamp":1767323045.5}]}',
    })
  })

  test('modelled error: name with namespace, query code beside it', () => {
    expect(call.fail(new AwsError('InvalidNextToken', 'The token is not valid.'))).toEqual({
      status: 400,
      headers: {
        'x-amzn-RequestId': ID,
        'content-type': 'application/x-amz-json-1.0',
        'x-amzn-ErrorType': 'InvalidNextToken',
        'x-amzn-query-error': 'InvalidNextToken;Sender',
      },
      body: '{"__type":"com.amazonaws.cloudwatch#InvalidNextToken","message":"The token is not valid."}',
    })
    const missing = call.fail(new AwsError('ResourceNotFound', 'No such alarm.'))
    expect(missing.status).toBe(404)
    expect(missing.headers['x-amzn-query-error']).toBe('ResourceNotFound;Sender')
    const conflict = call.fail(new AwsError('ConcurrentModificationException', 'Again.'))
    expect(conflict.body).toBe(
      '{"__type":"com.amazonaws.cloudwatch#ConcurrentModificationException","Message":"Again."}',
    )
  })

  test('common error; no query code when the client wants none', () => {
    const error = new AwsError('InternalFailure', 'Sorry.', { status: 500 })
    expect(call.fail(error)).toMatchObject({
      status: 500,
      headers: { 'x-amzn-query-error': 'InternalFailure;Receiver' },
      body: '{"__type":"com.amazon.coral.service#InternalFailure","message":"Sorry."}',
    })
    const plain = open(cloudwatch, text.replace('x-amzn-query-mode: true\n', ''))
    expect(plain.fail(error).headers).not.toHaveProperty('x-amzn-query-error')
  })

  test('bytes that are not JSON, or not UTF-8', () => {
    const broken = open(cloudwatch, text.replace('{"AlarmNames"', '{"AlarmNames'))
    expect(broken.input).toThrow(expect.objectContaining({ name: 'Unreadable', message: '' }))
    const request = { ...parse(text), body: new Uint8Array([0x22, 0xff, 0x22]) }
    const route = routeOf([cloudwatch], request)
    if (!route?.operation) throw new Error('no route')
    const { operation: found } = route
    expect(() => codecs.awsJson1_0.read(found, route, request)).toThrow(
      expect.objectContaining({ name: 'Unreadable' }),
    )
  })
})

describe('query: Elastic Load Balancing', () => {
  const call = open(
    elb,
    `POST / HTTP/1.1
Content-Type: application/x-www-form-urlencoded; charset=utf-8

Action=DescribeTargetHealth&TargetGroupArn=arn%3Aaws%3Aelb&Targets.member.1.Id=i-0f76fade&Targets.member.1.Port=80&Version=2015-12-01`,
  )

  test('request', () => {
    expect(call.input()).toEqual({ TargetGroupArn: 'arn:aws:elb', Targets: [{ Id: 'i-0f76fade', Port: 80 }] })
  })

  test('answer', () => {
    const TargetHealthDescriptions = [
      {
        Target: { Id: 'i-0f76fade', Port: 80 },
        HealthCheckPort: '80',
        TargetHealth: { State: 'unhealthy', Reason: 'Target.Timeout', Description: 'Request timed out' },
      },
    ]
    expect(call.answer({ TargetHealthDescriptions })).toEqual({
      status: 200,
      headers: { 'x-amzn-RequestId': ID, 'content-type': 'text/xml;charset=UTF-8' },
      body:
        '<DescribeTargetHealthResponse xmlns="http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/">' +
        '<DescribeTargetHealthResult><TargetHealthDescriptions><member>' +
        '<Target><Id>i-0f76fade</Id><Port>80</Port></Target><HealthCheckPort>80</HealthCheckPort>' +
        '<TargetHealth><State>unhealthy</State><Reason>Target.Timeout</Reason><Description>Request timed out</Description></TargetHealth>' +
        '</member></TargetHealthDescriptions></DescribeTargetHealthResult>' +
        `<ResponseMetadata><RequestId>${ID}</RequestId></ResponseMetadata></DescribeTargetHealthResponse>`,
    })
  })

  test('error, by exception name or by code', () => {
    const body =
      '<ErrorResponse xmlns="http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"><Error><Type>Sender</Type>' +
      "<Code>TargetGroupNotFound</Code><Message>Target groups '&lt;x&gt;' not found</Message></Error>" +
      `<RequestId>${ID}</RequestId></ErrorResponse>`
    const message = "Target groups '<x>' not found"
    expect(call.fail(new AwsError('TargetGroupNotFound', message))).toMatchObject({ status: 400, body })
    expect(call.fail(new AwsError('TargetGroupNotFoundException', message)).body).toBe(body)
    expect(call.fail(new AwsError('InternalFailure', 'x', { status: 500 })).body).toContain(
      '<Type>Receiver</Type>',
    )
  })

  test('Auto Scaling: an answer without members', () => {
    const other = open(
      autoscaling,
      'GET /?Action=DescribeAutoScalingGroups&Version=2011-01-01&AutoScalingGroupNames.member.1=my-asg HTTP/1.1\n',
    )
    expect(other.input()).toEqual({ AutoScalingGroupNames: ['my-asg'] })
    expect(other.answer({}).body).toBe(
      '<DescribeAutoScalingGroupsResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/"><DescribeAutoScalingGroupsResult/>' +
        `<ResponseMetadata><RequestId>${ID}</RequestId></ResponseMetadata></DescribeAutoScalingGroupsResponse>`,
    )
  })
})

describe('ec2Query: EC2', () => {
  const call = open(
    ec2,
    `POST / HTTP/1.1
Content-Type: application/x-www-form-urlencoded; charset=utf-8

Action=DescribeInstances&Version=2016-11-15&Filter.1.Name=instance-type&Filter.1.Value.1=m5.large&Filter.1.Value.2=t3.small`,
  )

  test('request', () => {
    expect(call.input()).toEqual({ Filters: [{ Name: 'instance-type', Values: ['m5.large', 't3.small'] }] })
  })

  test('answer', () => {
    const Instances = [{ InstanceId: 'i-1', State: { Code: 16, Name: 'running' }, LaunchTime: new Date(0) }]
    expect(call.answer({ Reservations: [{ ReservationId: 'r-1', Instances }] })).toEqual({
      status: 200,
      headers: { 'x-amzn-RequestId': ID, 'content-type': 'text/xml;charset=UTF-8' },
      body:
        `<DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>${ID}</requestId>` +
        '<reservationSet><item><reservationId>r-1</reservationId><instancesSet><item><instanceId>i-1</instanceId>' +
        '<instanceState><code>16</code><name>running</name></instanceState><launchTime>1970-01-01T00:00:00.000Z</launchTime>' +
        '</item></instancesSet></item></reservationSet></DescribeInstancesResponse>',
    })
  })

  test('error', () => {
    expect(
      call.fail(new AwsError('InvalidInstanceID.NotFound', "The instance ID 'i-1' does not exist")),
    ).toEqual({
      status: 400,
      headers: { 'x-amzn-RequestId': ID, 'content-type': 'text/xml;charset=UTF-8' },
      body:
        '<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>InvalidInstanceID.NotFound</Code>' +
        `<Message>The instance ID 'i-1' does not exist</Message></Error></Errors><RequestID>${ID}</RequestID></Response>`,
    })
  })
})

describe('rest-xml: Route 53', () => {
  const list = open(route53, 'GET /2013-04-01/hostedzone?maxitems=1 HTTP/1.1\n')

  test('request by query', () => {
    expect(list.input()).toEqual({ MaxItems: 1 })
    expect(open(route53, 'GET /2013-04-01/hostedzone HTTP/1.1\n').input()).toEqual({})
  })

  test('answer', () => {
    const HostedZones = [
      { Id: '/hostedzone/Z111', Name: 'example.com.', CallerReference: 'c', ResourceRecordSetCount: 10 },
    ]
    expect(list.answer({ HostedZones, IsTruncated: false, MaxItems: 1 })).toEqual({
      status: 200,
      headers: { 'x-amzn-RequestId': ID, 'content-type': 'text/xml' },
      body:
        '<?xml version="1.0"?>\n<ListHostedZonesResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><HostedZones><HostedZone>' +
        '<Id>/hostedzone/Z111</Id><Name>example.com.</Name><CallerReference>c</CallerReference><ResourceRecordSetCount>10</ResourceRecordSetCount>' +
        '</HostedZone></HostedZones><IsTruncated>false</IsTruncated><MaxItems>1</MaxItems></ListHostedZonesResponse>',
    })
  })

  test('request by path and body', () => {
    const call = open(
      route53,
      `POST /2013-04-01/hostedzone/Z111/rrset/ HTTP/1.1
Content-Type: application/xml

<?xml version="1.0" encoding="UTF-8"?>
<ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
  <ChangeBatch>
    <Comment>move</Comment>
    <Changes><Change><Action>CREATE</Action><ResourceRecordSet>
      <Name>www.example.com</Name><Type>A</Type><TTL>60</TTL>
      <ResourceRecords><ResourceRecord><Value>192.0.2.1</Value></ResourceRecord></ResourceRecords>
    </ResourceRecordSet></Change></Changes>
  </ChangeBatch>
</ChangeResourceRecordSetsRequest>`,
    )
    const ResourceRecordSet = {
      Name: 'www.example.com',
      Type: 'A',
      TTL: 60,
      ResourceRecords: [{ Value: '192.0.2.1' }],
    }
    expect(call.input()).toEqual({
      HostedZoneId: 'Z111',
      ChangeBatch: { Comment: 'move', Changes: [{ Action: 'CREATE', ResourceRecordSet }] },
    })
  })

  test('error, with the members of its model', () => {
    const error = new AwsError('InvalidChangeBatch', 'no', { members: { messages: ['already exists'] } })
    expect(list.fail(error)).toEqual({
      status: 400,
      headers: { 'x-amzn-RequestId': ID, 'content-type': 'text/xml' },
      body:
        '<?xml version="1.0"?>\n<ErrorResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Error><Type>Sender</Type>' +
        '<Code>InvalidChangeBatch</Code><Message>no</Message><messages><Message>already exists</Message></messages></Error>' +
        `<RequestId>${ID}</RequestId></ErrorResponse>`,
    })
    expect(list.fail(new AwsError('NoSuchHostedZone', 'none')).status).toBe(404)
  })

  test('an answer with a header', () => {
    const call = open(route53, 'POST /2013-04-01/hostedzone HTTP/1.1\n\n<CreateHostedZoneRequest/>')
    const { status, headers } = call.answer({ HostedZone: {}, Location: 'https://route53.amazonaws.com/x' })
    expect(status).toBe(201)
    expect(headers['Location']).toBe('https://route53.amazonaws.com/x')
  })
})

describe('rest-xml: every binding', () => {
  test('label, query, header and body', () => {
    const call = open(
      things,
      `PUT /2020-01-01/things/7/bound?max=5&name=a&name=b HTTP/1.1
X-When: Fri, 02 Jan 2026 03:04:05 GMT

<Bound><Note>n</Note><Inner><Id>x</Id></Inner></Bound>`,
    )
    const When = new Date('2026-01-02T03:04:05Z')
    expect(call.input()).toEqual({ Id: '7', Max: 5, Names: ['a', 'b'], When, Note: 'n', Inner: { Id: 'x' } })
    expect(call.answer({ When, Note: 'n' })).toEqual({
      status: 201,
      headers: {
        'x-amzn-RequestId': ID,
        'content-type': 'text/xml',
        'X-When': 'Fri, 02 Jan 2026 03:04:05 GMT',
      },
      body: '<?xml version="1.0"?>\n<Bound xmlns="urn:things"><Note>n</Note></Bound>',
    })
  })

  test('a parameter that is given twice', () => {
    const call = open(things, 'PUT /2020-01-01/things/7/bound?max=5&max=6 HTTP/1.1\n')
    expect(call.input).toThrow('A parameter is given more than once')
  })

  test('a payload is the whole body, or absent', () => {
    const text = 'PUT /2020-01-01/things/7 HTTP/1.1\n'
    expect(open(things, text).input()).toEqual({ Id: '7' })
    const call = open(things, `${text}\n<Wrapped><Id>x</Id></Wrapped>`)
    expect(call.input()).toEqual({ Id: '7', Body: { Id: 'x' } })
    expect(call.answer({ Body: { Id: 'x' } }).body).toBe(
      '<?xml version="1.0"?>\n<Inner xmlns="urn:things"><Id>x</Id></Inner>',
    )
    const renamed = open(things, 'GET /2020-01-01/wrapped/7 HTTP/1.1\n')
    expect(renamed.answer({ Body: { Id: 'x' } }).body).toBe(
      '<?xml version="1.0"?>\n<Wrapped xmlns="urn:things"><Id>x</Id></Wrapped>',
    )
  })
})
