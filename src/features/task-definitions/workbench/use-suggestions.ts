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
import { useText } from '../../../i18n/use-text.ts'
import type { Suggestion, SuggestionNote } from '../../../widgets/json-editor/editor-handle.ts'
import { problemWords } from '../../../widgets/problem/problem-words.ts'
import { fargateSizes } from '../../../core/task-definition/linter/rules/fargate-sizes.ts'

interface Asked {
  aws: ReturnType<typeof useAws>
  client: QueryClient
  regions: readonly string[]
  /** What stands in the string so far. */
  written: string
  value: unknown
  say: ReturnType<typeof useText>
}

type Suggestions = (Suggestion | SuggestionNote)[]
type Source = (asked: Asked) => Promise<Suggestions>

export function useSuggestions(): (text: string, offset: number) => Promise<Suggestions> {
  const say = useText()
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
      return source({ aws, client, regions, written, value, say })
    },
    [aws, client, regions, say],
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

/** What could not be read is said where it would stand: without permission, or without a network. */
async function read<T>(
  { say }: Asked,
  asking: Promise<readonly T[]>,
  offer: (found: readonly T[]) => Suggestions,
): Promise<Suggestions> {
  try {
    return offer(await asking)
  } catch (error) {
    const { title, explanation } = problemWords(say, error)
    return [{ note: title, about: explanation }]
  }
}

function roles(asked: Asked): Promise<Suggestions> {
  return read(asked, asked.client.fetchQuery(taskRolesQuery(asked.aws)), (found) =>
    found.map(({ arn, name, description }) => plain(arn, name, description)),
  )
}

function logGroups(asked: Asked): Promise<Suggestions> {
  return read(asked, asked.client.fetchQuery(logGroupsQuery(asked.aws)), (found) =>
    found.map((name) => plain(name)),
  )
}

async function secrets(asked: Asked): Promise<Suggestions> {
  const { aws, client } = asked
  const [fromManager, fromStore] = await Promise.all([
    read(asked, client.fetchQuery(secretsQuery(aws)), (found) =>
      found.map(({ arn, name }) => plain(arn, name, 'Secrets Manager')),
    ),
    read(asked, client.fetchQuery(parametersQuery(aws)), (found) =>
      found.map(({ name, type }) => plain(name, name, `Parameter Store, ${type}`)),
    ),
  ])
  return [...fromManager, ...fromStore]
}

/** Repositories first; once one is written, its tags and digests, newest first. */
async function images(asked: Asked): Promise<Suggestions> {
  const { aws, client, written } = asked
  const repositories = client.fetchQuery(repositoriesQuery(aws))
  const chosen = (await repositories.catch(() => [])).find(
    ({ uri }) => written === uri || (/^[:@]/.test(written.slice(uri.length)) && written.startsWith(uri)),
  )
  if (!chosen)
    return read(asked, repositories, (found) =>
      found.map(({ uri, name }) => ({ ...plain(uri, name, 'ECR'), goesOn: true })),
    )
  return read(asked, client.fetchQuery(imagesQuery(aws, chosen.name)), (found) =>
    found
      .toSorted((a, b) => (b.pushedAt ?? 0) - (a.pushedAt ?? 0))
      .flatMap(({ tags, digest }) => [
        ...tags.map((tag) => plain(`${chosen.uri}:${tag}`, `:${tag}`, digest.slice(0, 19))),
        plain(`${chosen.uri}@${digest}`, `@${digest.slice(0, 19)}…`, tags.join(', ')),
      ]),
  )
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
