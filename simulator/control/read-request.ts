/** Reads what comes in under `/_sim/`: plain JSON, checked member by member with a sentence for what is wrong. */
import { parseOperator } from '../identity/policy-match.ts'
import { own } from '../identity/own.ts'
import type { World } from '../world/world.ts'
import {
  ControlError,
  type FaultMatch,
  type FaultRequestBody,
  type LoadRequest,
  type Roles,
} from './control.ts'

type Fields = Record<string, unknown>

/** @throws ControlError */
export function readLoad(body: Fields): LoadRequest {
  const roles = body.roles === undefined ? {} : { roles: readRoles(body.roles) }
  const uris = body.redirectUris === undefined ? {} : { redirectUris: texts(body, 'redirectUris') }
  if (body.state !== undefined) return { state: readState(body.state), ...roles, ...uris }
  return {
    ...optional('scenario', text(body, 'scenario')),
    ...optional('seed', number(body, 'seed')),
    ...optional('now', number(body, 'now')),
    ...roles,
    ...uris,
  }
}

/** @throws ControlError */
export function readFault(body: Fields): FaultRequestBody & { key: string } {
  return {
    key: required(body, 'key'),
    kind: required(body, 'kind'),
    match: readMatch(body.match),
    ...optional('times', number(body, 'times')),
    ...optional('share', number(body, 'share')),
    ...optional('until', number(body, 'until')),
    ...optional('forSeconds', number(body, 'forSeconds')),
    options: { ...ownOptions(body), ...fields(body.options ?? {}, 'options') },
  }
}

const faultMembers = ['key', 'kind', 'match', 'times', 'share', 'until', 'forSeconds', 'options']

/** What a kind needs to know may also stand beside the rest: `{ kind: 'delay', ms: 3000 }`. */
function ownOptions(body: Fields): Fields {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !faultMembers.includes(name)))
}

/** A text that must be there. @throws ControlError */
export function required(body: Fields, name: string): string {
  const value = text(body, name)
  if (value === undefined) throw new ControlError(`"${name}" is missing`)
  return value
}

/** A text that may be there. @throws ControlError */
export function text(body: Fields, name: string): string | undefined {
  const value = own(body, name)
  if (value === undefined || typeof value === 'string') return value
  throw new ControlError(`"${name}" must be a text`)
}

function readMatch(value: unknown): FaultMatch {
  const match = fields(value ?? {}, 'match')
  return {
    ...optional('service', text(match, 'service')),
    ...optional('operation', text(match, 'operation')),
    ...optional('nth', number(match, 'nth')),
    ...optional('resource', text(match, 'resource')),
  }
}

/** Only what could break the simulator later is checked; the tables themselves are trusted to be a saved world's. */
function readState(value: unknown): World {
  const state = fields(value, 'state')
  for (const name of ['id', 'scenario', 'accountId']) required(state, name)
  for (const name of ['regions', 'identity', 'policies', 'images', 'clients', 'dns', 'internet'])
    fields(state[name], name)
  if (!Array.isArray(state.pending) || !Array.isArray(state.journal) || number(state, 'now') === undefined)
    throw new ControlError('"state" is no saved world')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked as far as said above
  return state as unknown as World
}

function readRoles(value: unknown): Roles {
  const roles: Roles = {}
  for (const [name, given] of Object.entries(fields(value, 'roles'))) {
    const role = fields(given, `roles.${name}`)
    const where = `roles.${name}.statements`
    roles[name] = {
      statements: readStatements(role.statements, where),
      capabilities: role.capabilities === undefined ? [] : texts(role, 'capabilities'),
      ...(role.boundary === undefined
        ? {}
        : { boundary: readStatements(role.boundary, `roles.${name}.boundary`) }),
    }
  }
  return roles
}

function readStatements(value: unknown, where: string): Roles[string]['statements'] {
  if (!Array.isArray(value)) throw new ControlError(`"${where}" must be a list`)
  return value.map((member: unknown) => {
    const statement = fields(member, where)
    const { effect } = statement
    if (effect !== 'Allow' && effect !== 'Deny') throw new ControlError(`"${where}.effect" is Allow or Deny`)
    return {
      effect,
      actions: texts(statement, 'actions'),
      resources: texts(statement, 'resources'),
      ...(statement.conditions === undefined ? {} : { conditions: readConditions(statement.conditions) }),
    }
  })
}

function readConditions(value: unknown): Record<string, Record<string, string[]>> {
  const conditions: Record<string, Record<string, string[]>> = {}
  for (const [operator, keys] of Object.entries(fields(value, 'conditions'))) {
    if (operator !== 'Null' && !parseOperator(operator))
      throw new ControlError(`The condition operator "${operator}" is not modelled`)
    const wanted = fields(keys, operator)
    conditions[operator] = Object.fromEntries(Object.keys(wanted).map((key) => [key, texts(wanted, key)]))
  }
  return conditions
}

function fields(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ControlError(`"${name}" must be an object`)
  return { ...value }
}

function texts(body: Fields, name: string): string[] {
  const value = own(body, name)
  if (!Array.isArray(value) || !value.every((member) => typeof member === 'string'))
    throw new ControlError(`"${name}" must be a list of texts`)
  return value
}

function number(body: Fields, name: string): number | undefined {
  const value = own(body, name)
  if (value === undefined || (typeof value === 'number' && Number.isFinite(value))) return value
  throw new ControlError(`"${name}" must be a number`)
}

function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the compiler does not type computed keys
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>)
}
