/** What was pasted and what was changed about it: nothing is dropped without being said. */
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo } from 'react'
import { holesOf } from '../../../core/task-definition/clean/holes.ts'
import type { Cleaned, Hole, PastedKind } from '../../../core/task-definition/clean/cleaned.ts'
import { withPlace } from '../../../core/task-definition/text.ts'
import { nameOfArn, placeOfArn } from '../../../core/task-definition/revision.ts'
import { type Session, useSession } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { belongsInEditor, type DefinitionDocument } from './definition-document.ts'
import type { DocumentView } from './use-document.ts'

const words = {
  nothing: {
    en: 'Paste over the whole text, or drop a file on it: describe output, a CloudFormation resource, Terraform containers, a Dockerrun or a compose file. What is changed about it is listed here.',
    ko: '전체 텍스트 위에 붙여 넣거나 파일을 끌어다 놓으세요. describe 출력, CloudFormation 리소스, Terraform 컨테이너, Dockerrun, compose 파일을 읽을 수 있습니다. 바꾼 내용은 여기에 나열됩니다.',
  },
  title: {
    en: '{kind} · {n, plural, =0 {nothing changed} one {# change} other {# changes}}',
    ko: '{kind} · {n, plural, =0 {변경 없음} other {변경 #건}}',
  },
  holes: { en: 'Places to fill in', ko: '채워야 할 자리' },
  undone: {
    en: '{kind} · as it was pasted, {n, plural, one {# change} other {# changes}} undone',
    ko: '{kind} · 붙여 넣은 그대로, 변경 {n}건 취소됨',
  },
  undo: { en: 'Undo: show what was pasted', ko: '실행 취소: 붙여 넣은 내용 보기' },
  again: { en: 'Make the changes', ko: '변경 적용' },
  done: { en: 'Dismiss', ko: '닫기' },
  goLine: { en: 'Line {line}: {text}', ko: '{line}행: {text}' },
  elsewhere: {
    en: 'It was not put into the editor: convert it first, under Convert.',
    ko: '편집기에 넣지 않았습니다. 변환 탭에서 먼저 변환하세요.',
  },
  arn: {
    en: 'It names a revision. Opening it replaces the text; undo brings the text back.',
    ko: '개정의 이름입니다. 열면 텍스트가 바뀌며 실행 취소로 되돌릴 수 있습니다.',
  },
  away: {
    en: 'It names {name} of account {account} in {region}; this page shows another account or Region.',
    ko: '{account} 계정 {region} 리전의 {name}입니다. 이 페이지는 다른 계정이나 리전을 보고 있습니다.',
  },
  open: { en: 'Open {name}', ko: '{name} 열기' },
} satisfies Record<string, Text>

export const kindWords = {
  definition: { en: 'Task definition', ko: '태스크 정의' },
  dockerrun: { en: 'Dockerrun.aws.json', ko: 'Dockerrun.aws.json' },
  compose: { en: 'Compose file', ko: 'Compose 파일' },
  'ecs-params': { en: 'ecs-params.yml', ko: 'ecs-params.yml' },
  cloudformation: { en: 'CloudFormation', ko: 'CloudFormation' },
  'image-definitions': { en: 'imagedefinitions.json', ko: 'imagedefinitions.json' },
  'container-definitions': { en: 'Container definitions', ko: '컨테이너 정의' },
  arn: { en: 'Name of a revision', ko: '개정 이름' },
  unreadable: { en: 'Not readable', ko: '읽을 수 없음' },
} satisfies Record<PastedKind, Text>

interface Props {
  document: DefinitionDocument
  /** As it is shown now: places to fill in are looked for in its text, and values are marks. */
  view: DocumentView
  /** Opens `family:revision`. */
  onOpen: (name: string) => void
}

export function CleanedPanel({ document, view, onOpen }: Props) {
  const say = useText()
  const { cleaned, text } = view
  const holes = useMemo(() => (cleaned && belongsInEditor(cleaned) ? holesOf(text) : []), [cleaned, text])
  if (!cleaned) return <Box color="text-body-secondary">{say(words.nothing)}</Box>
  const { steps } = cleaned
  return (
    <SpaceBetween size="m">
      <Verdict {...{ document, view, cleaned, onOpen }} hasHoles={holes.length > 0} />
      {steps.length > 0 && (
        <ul className="workbench-list">
          {steps.map((step, index) => (
            <li key={index}>{say(step.message)}</li>
          ))}
        </ul>
      )}
      {holes.length > 0 && <Holes document={document} holes={holes} />}
    </SpaceBetween>
  )
}

interface VerdictProps extends Props {
  cleaned: Cleaned
  hasHoles: boolean
}

/** What it was, how much was changed about it, and what can be done with it. */
function Verdict({ document, view: { pasted, text }, cleaned, onOpen, hasHoles }: VerdictProps) {
  const say = useText()
  const session = useSession()
  const { kind, steps, problems } = cleaned
  const isUndone = text === pasted
  const named = kind === 'arn' ? namedBy(cleaned.text, session) : undefined
  return (
    <Alert
      type={problems.length > 0 ? 'error' : hasHoles ? 'warning' : 'info'}
      header={say(isUndone ? words.undone : words.title, { kind: say(kindWords[kind]), n: steps.length })}
      action={
        <SpaceBetween direction="horizontal" size="xs">
          {pasted !== undefined && <UndoButton document={document} isUndone={isUndone} />}
          {named && !named.isAway && (
            <Button onClick={() => onOpen(named.name)}>{say(words.open, { name: named.name })}</Button>
          )}
          <Button onClick={document.dismissCleaned}>{say(words.done)}</Button>
        </SpaceBetween>
      }
    >
      {problems.map((problem) => (
        <div key={`${String(problem.offset)}/${say(problem.message)}`}>{say(withPlace(problem))}</div>
      ))}
      {!belongsInEditor(cleaned) && !named && say(words.elsewhere)}
      {named && say(named.isAway ? words.away : words.arn, { ...named })}
    </Alert>
  )
}

function Holes({ document, holes }: { document: DefinitionDocument; holes: readonly Hole[] }) {
  const say = useText()
  return (
    <div>
      <Box variant="h3">{say(words.holes)}</Box>
      <ul className="workbench-list">
        {holes.map(({ offset, length, line, text }) => (
          <li key={offset}>
            <Button variant="inline-link" onClick={() => document.reveal(offset, length)}>
              {say(words.goLine, { line, text })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What an ARN or a name says, and whether that is out of this page's reach. */
function namedBy(text: string, { account, region }: Pick<Session, 'account' | 'region'>) {
  const place = placeOfArn(text) ?? { account, region }
  const isAway = place.account !== account || place.region !== region
  return { ...place, name: nameOfArn(text), isAway }
}

/** Between what was pasted and what was made of it, whatever was written since. */
function UndoButton({ document, isUndone }: { document: DefinitionDocument; isUndone: boolean }) {
  const say = useText()
  return isUndone ? (
    <Button iconName="redo" onClick={document.showCleaned}>
      {say(words.again)}
    </Button>
  ) : (
    <Button iconName="undo" onClick={document.showPasted}>
      {say(words.undo)}
    </Button>
  )
}
