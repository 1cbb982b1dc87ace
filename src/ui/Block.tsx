/** A container of data: title, counter, age, refresh, problems and partial failures. A refetch never clears it. */
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import type { BlockState } from './block-state.ts'
import { BlockTools } from './BlockTools.tsx'
import { hasNotices, Notices } from './Notices.tsx'
import { SkeletonLines } from './SkeletonLines.tsx'

export interface BlockProps {
  /** A name is said as it is. */
  title: Text | string
  level?: 'h1' | 'h2' | 'h3'
  /** Such as `12`; drawn in parentheses. */
  counter?: number | string | undefined
  description?: ReactNode
  state: BlockState
  /** How many items are shown; only said when some failed. */
  shown?: number
  actions?: ReactNode
  /** Lines of the placeholder on first load; choose what the content will roughly take. */
  skeletonLines?: number
  /** Left out while nothing is known, on first load and after a first failure. */
  children?: ReactNode
  footer?: ReactNode
  fitHeight?: boolean
  /** The page says a problem in a place of its own, so that nothing moves. */
  saysProblem?: boolean
}

export function Block(props: BlockProps) {
  const { state, children, footer, fitHeight = false, saysProblem = false } = props
  const known = !state.loading && (state.updatedAt !== undefined || !state.problem)
  return (
    <Container fitHeight={fitHeight} footer={footer} header={<BlockHeader {...props} />}>
      <SpaceBetween size="m">
        {!saysProblem && hasNotices(state) && <Notices state={state} shown={props.shown ?? 0} />}
        {state.loading && <SkeletonLines lines={props.skeletonLines ?? 3} />}
        {known && children}
      </SpaceBetween>
    </Container>
  )
}

function BlockHeader({ title, level = 'h2', counter, description, state, actions }: BlockProps) {
  const say = useText()
  return (
    <Header
      variant={level}
      {...(counter !== undefined && { counter: `(${counter})` })}
      description={description}
      actions={<BlockTools state={state} actions={actions} />}
    >
      {typeof title === 'string' ? title : say(title)}
    </Header>
  )
}
