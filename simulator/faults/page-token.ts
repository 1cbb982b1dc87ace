/** Paging tokens by the names each service gives them, and tokens of our own that stand for another one. */
import type { FaultRequest } from '../gate.ts'
import type { Operation } from '../operation.ts'
import { operationShapes } from '../protocol/schema.ts'

const inputNames = ['nextToken', 'NextToken', 'Marker']
const outputNames = ['nextToken', 'NextToken', 'NextMarker']
/** Followed by the true token; by nothing for the first page. */
const prefix = 'again-'

interface TokenNames {
  input: string
  output: string
}

/** Names of the tokens of a paged operation; undefined when it has no pages. */
export function tokenNames({ schema }: Operation): TokenNames | undefined {
  const { input, output } = operationShapes(schema)
  const inputName = input.members.find(({ name }) => inputNames.includes(name))?.name
  const outputName = output.members.find(({ name }) => outputNames.includes(name))?.name
  return inputName && outputName ? { input: inputName, output: outputName } : undefined
}

/** The token this call brought, or undefined on the first page. */
export function tokenOf(input: Record<string, unknown>, names: TokenNames): string | undefined {
  const token = input[names.input]
  return typeof token === 'string' && token !== '' ? token : undefined
}

/** A token that leads to the page of `token` again. */
export function again(token: string | undefined): string {
  return `${prefix}${token ?? ''}`
}

/** Puts the true token back into the input of a call that brings one of ours, so that the operation understands it. */
export function restoreToken({ input, operation }: FaultRequest): void {
  const names = tokenNames(operation)
  const token = names && tokenOf(input, names)
  if (!names || !token?.startsWith(prefix)) return
  if (token === prefix) delete input[names.input]
  else input[names.input] = token.slice(prefix.length)
}
