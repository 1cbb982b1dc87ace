/** A target group's targets with their state, why, and the task behind each. */
import Button from '@cloudscape-design/components/button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Target, TargetGroup } from '../../core/elb/target-group.ts'
import { targetHealthQuery } from '../../data/elb/target-health.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { useTableSearch } from '../../widgets/table-search.ts'
import { TargetTable } from '../../widgets/target-table/TargetTable.tsx'
import { useTargetTasks } from './use-target-tasks.ts'

const words = {
  searching: { en: 'Looking for the tasks behind the targets …', ko: '대상에 해당하는 태스크를 찾는 중 …' },
  joined: {
    en: 'Each target with the task behind it, found by its address and port.',
    ko: '주소와 포트로 찾은 태스크를 대상별로 표시합니다.',
  },
  search: { en: 'Look for tasks in {cluster}', ko: '{cluster}에서 태스크 찾기' },
} satisfies Record<string, Text>

const nothing: readonly Target[] = []

export function TargetsTab({ targetGroup, region }: { targetGroup: TargetGroup; region: string }) {
  const aws = useAws()
  const [search, setSearch] = useTableSearch()
  const [asked, setAsked] = useState<readonly string[]>([])
  const query = useQuery(targetHealthQuery(aws, targetGroup.arn))
  const found = useTargetTasks(targetGroup, query.data, asked)
  const state = useBlockState(query, { intervalMs: intervals.targetHealth.steady })
  return (
    <TargetTable
      id="targets"
      targetGroup={targetGroup}
      targets={query.data ?? nothing}
      tasks={found.tasks}
      instances={found.instances}
      state={state}
      search={search}
      onSearch={setSearch}
      region={region}
      description={<SearchNote found={found} onAsk={(name) => setAsked([...asked, name])} />}
    />
  )
}

interface SearchNoteProps {
  found: ReturnType<typeof useTargetTasks>
  onAsk: (cluster: string) => void
}

function SearchNote({ found, onAsk }: SearchNoteProps) {
  const say = useText()
  return (
    // One line from the start, so that the table does not move when the search ends.
    <>
      {say(found.searching ? words.searching : words.joined)}
      {found.skipped.map((cluster) => (
        <span key={cluster}>
          {' '}
          <Button variant="inline-link" onClick={() => onAsk(cluster)}>
            {say(words.search, { cluster })}
          </Button>
        </span>
      ))}
    </>
  )
}
