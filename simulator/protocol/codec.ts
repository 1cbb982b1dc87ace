/** What a protocol must do for the dispatcher, and which codec speaks which protocol. */
import type { AwsError, Operation, WireProtocol } from '../operation.ts'
import { jsonCodec } from './json-codec.ts'
import { queryCodec } from './query-codec.ts'
import { restJsonCodec } from './rest-json-codec.ts'
import { restXmlCodec } from './rest-xml-codec.ts'
import type { Route } from './route.ts'
import type { WireRequest, WireResponse } from './wire.ts'

export interface Codec {
  /** Decodes the input. @throws Unreadable, or whatever a parser throws, for input that is not well-formed. */
  read(operation: Operation, route: Route, request: WireRequest): unknown
  /** Encodes a good answer. */
  write(operation: Operation, route: Route, output: unknown, requestId: string): WireResponse
  /** Encodes an error answer. */
  fail(route: Route, error: AwsError, requestId: string): WireResponse
}

export const codecs: Record<WireProtocol, Codec> = {
  awsJson1_0: jsonCodec,
  awsJson1_1: jsonCodec,
  awsQuery: queryCodec,
  ec2Query: queryCodec,
  restXml: restXmlCodec,
  restJson: restJsonCodec,
}
