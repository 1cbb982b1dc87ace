/** What the account has for the place at the cursor: roles, log groups, secrets, images, and sizes that Fargate knows. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { JsonPath } from '../../../core/task-definition/json.ts'
import { pathAt, readText } from '../../../core/task-definition/text.ts'
import {
  imagesQuery,
  logGroupsQuery,
  parametersQuery,
  repositoriesQuery,
  secretsQuery,
  taskRolesQuery,
} from '../../../data/task-definitions/lookups.ts'
import { useAws, useSession } from '../../../data/session.ts'
import type { Suggestion } from '../../../widgets/json-editor/editor-handle.ts'
import { fargateSizes } from '../../../core/task-definition/linter/rules/fargate-sizes.ts'

interface Asked {
  aws: ReturnType<typeof useAws>
  client: QueryClient
  regions: readonly string[]
  /** What stands in the string so far. */
  written: string
  value: unknown
}

type Source = (asked: Asked) => Promise<Suggestion[]>

export function useSuggestions(): (text: string, offset: number) => Promise<readonly Suggestion[]> {
  const aws = useAws()
  const client = useQueryClient()
  const { regions } = useSession()
  return useCallback(
    async (text, offset) => {
      const { tree, value } = readText(text)
      const path = pathAt(tree, offset)
      const source = sourceOf(path)
      if (!source) return []
      const written = textAt(value, path)
      // Without permission, or without a network, there is nothing to offer; the linter and AWS say what is wrong.
      return source({ aws, client, regions, written, value }).catch(() => [])
    },
    [aws, client, regions],
  )
}

/** By the member's name, wherever it stands. */
const byKey: Record<string, Source> = {
  taskRoleArn: roles,
  executionRoleArn: roles,
  image: images,
  valueFrom: secrets,
  credentialsParameter: secrets,
  'awslogs-group': logGroups,
  'awslogs-region': ({ regions }) => Promise.resolve(regions.map((region) => plain(region))),
}

function sourceOf(path: JsonPath): Source | undefined {
  const key = String(path.at(-1))
  if (path.length === 1 && key === 'cpu') return cpus
  if (path.length === 1 && key === 'memory') return memories
  return Object.hasOwn(byKey, key) ? byKey[key] : undefined
}

async function roles({ aws, client }: Asked): Promise<Suggestion[]> {
  const found = await client.fetchQuery(taskRolesQuery(aws))
  return found.map(({ arn, name, description }) => plain(arn, name, description))
}

async function logGroups({ aws, client }: Asked): Promise<Suggestion[]> {
  return (await client.fetchQuery(logGroupsQuery(aws))).map((name) => plain(name))
}

async function secrets({ aws, client }: Asked): Promise<Suggestion[]> {
  const none: [] = []
  const [fromManager, fromStore] = await Promise.all([
    client.fetchQuery(secretsQuery(aws)).catch(() => none),
    client.fetchQuery(parametersQuery(aws)).catch(() => none),
  ])
  return [
    ...fromManager.map(({ arn, name }) => plain(arn, name, 'Secrets Manager')),
    ...fromStore.map(({ name, type }) => plain(name, name, `Parameter Store, ${type}`)),
  ]
}

/** Repositories first; once one is written, its tags and digests, newest first. */
async function images({ aws, client, written }: Asked): Promise<Suggestion[]> {
  const repositories = await client.fetchQuery(repositoriesQuery(aws))
  const chosen = repositories.find(
    ({ uri }) => written === uri || (/^[:@]/.test(written.slice(uri.length)) && written.startsWith(uri)),
  )
  if (!chosen) return repositories.map(({ uri, name }) => ({ ...plain(uri, name, 'ECR'), goesOn: true }))
  const found = await client.fetchQuery(imagesQuery(aws, chosen.name))
  const newest = found.toSorted((a, b) => (b.pushedAt ?? 0) - (a.pushedAt ?? 0))
  return newest.flatMap(({ tags, digest }) => [
    ...tags.map((tag) => plain(`${chosen.uri}:${tag}`, `:${tag}`, digest.slice(0, 19))),
    plain(`${chosen.uri}@${digest}`, `@${digest.slice(0, 19)}…`, tags.join(', ')),
  ])
}

function cpus(): Promise<Suggestion[]> {
  return Promise.resolve(
    fargateSizes.map(({ cpu }) => plain(String(cpu), String(cpu), `${String(cpu / 1024)} vCPU`)),
  )
}

function memories({ value }: Asked): Promise<Suggestion[]> {
  const cpu = Number(textAt(value, ['cpu']))
  const memory = fargateSizes.find((size) => size.cpu === cpu)?.memory ?? []
  return Promise.resolve(memory.map((mib) => plain(String(mib), String(mib), `${String(mib / 1024)} GB`)))
}

function plain(value: string, label = value, detail?: string): Suggestion {
  return { insert: JSON.stringify(value), label, ...(detail !== undefined && { detail }) }
}

function textAt(value: unknown, path: JsonPath): string {
  let here: unknown = value
  for (const part of path) here = (here as Record<string | number, unknown> | null | undefined)?.[part]
  return typeof here === 'string' || typeof here === 'number' ? String(here) : ''
}
