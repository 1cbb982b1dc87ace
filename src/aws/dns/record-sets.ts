/** Record sets of a hosted zone, verbatim: what is read here is what a rollback writes back. */
import {
  ListResourceRecordSetsCommand,
  type ListResourceRecordSetsCommandInput,
  type ListResourceRecordSetsCommandOutput,
  type ResourceRecordSet,
} from '@aws-sdk/client-route-53'
import type { RecordSet } from '../../core/dns/record-set.ts'
import { AwsProblem, pageTrouble } from '../../core/problem.ts'
import { list, text } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { route53 } from './route53.ts'
import { unknownElements } from './unknown-elements.ts'

/** Most record sets in one answer. https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListResourceRecordSets.html */
export const recordSetPageSize = 300

/** Enough for every routing policy of a name: one call reads it. */
const namePageSize = 100

export interface ReadRecordSets {
  records: RecordSet[]
  /** Elements that the SDK does not know, and so lost; a record that has one must not be deleted. */
  unknownFields: string[]
}

export interface RecordSetPage {
  items: { record: RecordSet; unknownFields: string[] }[]
  /** Where the next page starts: all three parts. */
  next?: Pick<
    ListResourceRecordSetsCommandInput,
    'StartRecordName' | 'StartRecordType' | 'StartRecordIdentifier'
  >
}

/** Every record set of one name (canonical form), of any type. One call, unless it has more than 100. @throws AwsProblem */
export function readRecordSets(
  aws: Aws,
  zoneId: string,
  name: string,
  options?: CallOptions,
): Promise<ReadRecordSets> {
  return readWhile(
    aws,
    { zoneId, from: name, keep: (each) => each === name, goOn: (each) => each === name },
    options,
  )
}

/** Names that stand together in Route 53's order, read with one call: from `from` on, as long as `goOn`, those that `keep`. */
export async function readWhile(
  aws: Aws,
  {
    zoneId,
    from,
    keep,
    goOn,
  }: { zoneId: string; from: string; keep: (name: string) => boolean; goOn: (name: string) => boolean },
  options?: CallOptions,
): Promise<ReadRecordSets> {
  const records: RecordSet[] = []
  const unknown = new Set<string>()
  let start: RecordSetPage['next'] = { StartRecordName: from }
  while (start) {
    const page: RecordSetPage = await readPage(
      aws,
      { HostedZoneId: zoneId, MaxItems: namePageSize, ...start },
      options,
    )
    for (const { record, unknownFields } of page.items.filter((item) => keep(item.record.Name))) {
      records.push(record)
      for (const field of unknownFields) unknown.add(field)
    }
    const last = page.items.at(-1)?.record.Name
    start = last !== undefined && goOn(last) ? page.next : undefined
  }
  return { records, unknownFields: [...unknown] }
}

/** One page. @throws AwsProblem */
export async function readPage(
  aws: Aws,
  input: ListResourceRecordSetsCommandInput,
  options?: CallOptions,
): Promise<RecordSetPage> {
  const command = new ListResourceRecordSetsCommand(input)
  const raw = keepBody(aws, command)
  const { value } = await call(
    aws,
    { service: route53, bucket: 'route53', command, take: (output) => toPage(output, raw()) },
    options,
  )
  if (value.next && samePlace(value.next, input)) throw endless()
  return value
}

/** A page that leads to itself would be read for ever. */
function samePlace(
  next: NonNullable<RecordSetPage['next']>,
  start: ListResourceRecordSetsCommandInput,
): boolean {
  return (
    next.StartRecordName === start.StartRecordName &&
    next.StartRecordType === start.StartRecordType &&
    next.StartRecordIdentifier === start.StartRecordIdentifier
  )
}

function endless(): AwsProblem {
  return new AwsProblem({
    kind: 'unexpected',
    code: pageTrouble.repeated,
    message: 'AWS sent the same page twice',
    operation: 'route53:ListResourceRecordSets',
    attempts: 1,
  })
}

function toPage(output: ListResourceRecordSetsCommandOutput, xml: string): RecordSetPage {
  const sets = list(output.ResourceRecordSets, 'ResourceRecordSets')
  const unknown = unknownElements(xml)
  if (unknown.length !== sets.length)
    throw new TypeError('The record sets cannot be compared with the answer')
  return {
    items: sets.map((set, index) => ({ record: toRecordSet(set), unknownFields: unknown[index] ?? [] })),
    ...(output.IsTruncated === true && {
      next: {
        StartRecordName: output.NextRecordName,
        StartRecordType: output.NextRecordType,
        StartRecordIdentifier: output.NextRecordIdentifier,
      },
    }),
  }
}

/** As read, without what is empty: an alias may come with an empty list of values, which AWS refuses to take back. */
export function toRecordSet(set: ResourceRecordSet): RecordSet {
  text(set.Name, 'Name of a record set')
  text(set.Type, 'Type of a record set')
  const members = Object.entries(set).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(members) as unknown as RecordSet
}

type Next = (args: never) => Promise<{ response: unknown }>

/** Keeps the text of the answer before the SDK parses it. */
function keepBody(aws: Aws, command: ListResourceRecordSetsCommand): () => string {
  let xml = ''
  const { config } = aws.client(route53)
  const middleware =
    (next: Next): Next =>
    async (args) => {
      const result = await next(args)
      const response = result.response as { body: unknown }
      const bytes =
        response.body instanceof Uint8Array ? response.body : await config.streamCollector(response.body)
      xml = new TextDecoder().decode(bytes)
      response.body = bytes
      return result
    }
  const options = { step: 'deserialize', priority: 'low', name: 'keepBody', override: true }
  command.middlewareStack.add(middleware as never, options as never)
  return () => xml
}
