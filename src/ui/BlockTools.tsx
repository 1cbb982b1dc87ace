/** The end of a block's header: how old the data are, refresh, and the block's own actions. */
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState, type ReactNode } from 'react'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import { Age } from './Age.tsx'
import type { BlockState } from './block-state.ts'

const words = {
  refresh: { en: 'Refresh', ko: '새로 고침' },
  refreshing: { en: 'Refreshing', ko: '새로 고치는 중' },
} satisfies Record<string, Text>

export function BlockTools({ state, actions }: { state: BlockState; actions?: ReactNode }) {
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      {state.updatedAt !== undefined && (
        <Age at={state.updatedAt} intervalMs={state.intervalMs} failed={state.problem !== undefined} />
      )}
      {state.refresh && <RefreshButton refresh={state.refresh} fetching={state.fetching ?? false} />}
      {actions}
    </SpaceBetween>
  )
}

/** Spins only when it was pressed: the polls of a live page are silent. */
function RefreshButton({ refresh, fetching }: { refresh: () => void; fetching: boolean }) {
  const say = useText()
  const [asked, setAsked] = useState(false)
  const [wasFetching, setWasFetching] = useState(fetching)
  if (fetching !== wasFetching) {
    setWasFetching(fetching)
    if (!fetching) setAsked(false)
  }
  return (
    <Button
      iconName="refresh"
      variant="icon"
      ariaLabel={say(words.refresh)}
      loading={asked && fetching}
      loadingText={say(words.refreshing)}
      onClick={() => {
        setAsked(true)
        refresh()
      }}
    />
  )
}
