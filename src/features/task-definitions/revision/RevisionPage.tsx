/** One revision: what it is, where it is used, and the whole of it as JSON with its secrets masked. */
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { maskDefinition } from '../../../core/task-definition/mask.ts'
import type { Revision } from '../../../core/task-definition/revision.ts'
import { usageOf } from '../../../core/task-definition/usage.ts'
import { useAws } from '../../../data/session.ts'
import { newestRevisionQuery, revisionQuery } from '../../../data/task-definitions/revisions.ts'
import { useFamilyUsage } from '../../../data/task-definitions/usage.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Block } from '../../../ui/Block.tsx'
import { CopyText } from '../../../ui/CopyText.tsx'
import { TagList } from '../../../ui/TagList.tsx'
import { useBlockState } from '../../../widgets/problem/block-state.ts'
import { awsConsole } from '../../../widgets/resource-link/aws-console.ts'
import { AwsConsoleLink } from '../../../widgets/resource-link/AwsConsoleLink.tsx'
import { compareHref, editHref } from '../../../widgets/resource-link/href.ts'
import { RevisionBadge } from '../parts/RevisionBadge.tsx'
import { UsageList } from '../parts/UsageList.tsx'
import { RegisterDialog } from '../register/RegisterDialog.tsx'
import { UpdateServiceDialog } from '../register/UpdateServiceDialog.tsx'
import { UsageNotice } from '../family/UsageNotice.tsx'
import { fetchWorkbenchWhenIdle } from '../workbench/fetch-ahead.ts'
import { RevisionFacts } from './RevisionFacts.tsx'
import { RevisionJson } from './RevisionJson.tsx'

const route = getRouteApi('/$region/task-definitions/$family/$revision')

const words = {
  facts: { en: 'Task definition', ko: '태스크 정의' },
  used: { en: 'Where it is used', ko: '사용처' },
  unused: {
    en: 'No service, running task or EventBridge schedule of this Region uses it.',
    ko: '이 리전에서 이 개정을 쓰는 서비스, 실행 중인 태스크, EventBridge 일정이 없습니다.',
  },
  edit: { en: 'Edit as new revision', ko: '새 개정으로 편집' },
  deploy: { en: 'Update a service …', ko: '서비스 업데이트…' },
  restore: { en: 'Restore …', ko: '복원…' },
  compare: { en: 'Compare with the one before', ko: '이전 개정과 비교' },
} satisfies Record<string, Text>

export default function RevisionPage() {
  useEffect(fetchWorkbenchWhenIdle, [])
  const aws = useAws()
  const { region, family, revision: number } = route.useParams()
  const name = `${family}:${number}`
  const query = useQuery(revisionQuery(aws, name))
  const state = useBlockState(query)
  const revision = query.data
  const shown = useMemo(
    () => revision && { ...revision, definition: maskDefinition(revision.definition) },
    [revision],
  )
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        {...(revision && { info: <RevisionBadge status={revision.status} /> })}
        actions={<Actions name={name} revision={revision} />}
      >
        {name}
      </Header>
      <Block title={words.facts} state={state} skeletonLines={6}>
        {shown && <RevisionFacts revision={shown} />}
      </Block>
      {revision && <UsedBlock region={region} revision={revision} />}
      {revision && <RevisionJson revision={revision} />}
      {shown && <TagList tags={tagsOf(shown)} />}
    </SpaceBetween>
  )
}

function tagsOf({ definition: { tags = [] } }: Revision): Record<string, string> {
  return Object.fromEntries(tags.map(({ key = '', value = '' }) => [key, value]))
}

function UsedBlock({ region, revision }: { region: string; revision: Revision }) {
  const say = useText()
  const aws = useAws()
  const usage = useFamilyUsage(revision.family)
  const newest = useQuery(newestRevisionQuery(aws, revision.family))
  const used = usageOf(revision, usage.usage, newest.data?.arn)
  return (
    <Block
      title={words.used}
      level="h2"
      state={{
        loading: false,
        fetching: usage.isReading,
        updatedAt: usage.readAt || undefined,
        intervalMs: undefined,
        problem: undefined,
        failures: undefined,
        refresh: usage.refetch,
      }}
    >
      <UsageNotice usage={usage} />
      <UsageList region={region} usage={used} isComplete={usage.isComplete} none={say(words.unused)} />
    </Block>
  )
}

function Actions({ name, revision }: { name: string; revision: Revision | undefined }) {
  const say = useText()
  const { region } = useAws()
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <CopyText text={revision?.arn} label="ARN" variant="button" />
      {revision && <RevisionActions region={region} revision={revision} />}
      <Button variant="primary" href={editHref(region, name)}>
        {say(words.edit)}
      </Button>
      {revision && (
        <AwsConsoleLink href={awsConsole.taskDefinition(region, revision.family, revision.revision)} />
      )}
    </SpaceBetween>
  )
}

/** What depends on the state of the revision. */
function RevisionActions({ region, revision }: { region: string; revision: Revision }) {
  const say = useText()
  const [dialog, setDialog] = useState<'restore' | 'deploy'>()
  const { family, revision: number, status } = revision
  const close = (): void => setDialog(undefined)
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {number > 1 && (
        <Button href={compareHref(region, family, number - 1, number)}>{say(words.compare)}</Button>
      )}
      {status === 'INACTIVE' && <Button onClick={() => setDialog('restore')}>{say(words.restore)}</Button>}
      {status === 'ACTIVE' && <Button onClick={() => setDialog('deploy')}>{say(words.deploy)}</Button>}
      {dialog === 'restore' && (
        <RegisterDialog definition={revision.definition} onDone={nothing} onDismiss={close} />
      )}
      {dialog === 'deploy' && <UpdateServiceDialog revision={revision} onDismiss={close} />}
    </SpaceBetween>
  )
}

/** The dialog itself says what became of it. */
function nothing(): void {}
